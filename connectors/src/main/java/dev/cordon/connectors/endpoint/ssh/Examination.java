package dev.cordon.connectors.endpoint.ssh;

import dev.cordon.action.PlatformName;
import dev.cordon.operation.HostScript;
import dev.cordon.operation.Terms;
import dev.cordon.plan.Platform.Finding;
import dev.cordon.plan.Reader;
import java.util.List;

/** What {@code platforms test} looks at: each host of the inventory, and whether the account is root there. */
record Examination(PlatformName on, Inventory inventory) {

    List<Finding> findings(Reader reader) {
        return inventory.hosts().keySet().stream()
                .sorted()
                .map(host -> finding(host, reader))
                .toList();
    }

    private Finding finding(String host, Reader reader) {
        try {
            var seen = reader.read(HostScript.of(Terms.read(on), host, "probe"));
            var root = seen.path("uid").intValue(-1) == 0;
            return new Finding(
                    root,
                    host + ": " + seen.path("kernel").stringValue("") + ", "
                            + (seen.path("systemd").booleanValue(false) ? "systemd" : "no systemd") + ", "
                            + (root ? "root" : "not root: it can act on its own processes alone; see 'sudo'"));
        } catch (Reader.CouldNotRead e) {
            return new Finding(false, host + ": " + e.getMessage());
        }
    }
}
