package dev.cordon.connectors.network.nftables;

import dev.cordon.action.PlatformName;
import dev.cordon.operation.Command;
import dev.cordon.operation.Terms;
import dev.cordon.plan.Reader;
import java.util.List;

/** The programs that end open connections. A packet filter does without them, so a plan leaves out what is missing. */
final class Tools {

    /** ss(8) of iproute2: ends sockets of this machine, where the kernel has INET_DIAG_DESTROY. */
    static final String SS = "ss";

    /** conntrack(8) of conntrack-tools: forgets connections that pass through this machine. */
    static final String CONNTRACK = "conntrack";

    static final List<String> ALL = List.of(CONNTRACK, SS);

    private Tools() {}

    /** Those that are installed, sorted. */
    static List<String> installed(PlatformName on, Reader reader) {
        return ALL.stream().filter(tool -> isInstalled(on, reader, tool)).toList();
    }

    static boolean isInstalled(PlatformName on, Reader reader, String tool) {
        try {
            return reader.read(Command.of(Terms.read(on), tool, "-V"))
                            .path("exit")
                            .intValue(-1)
                    == 0;
        } catch (Reader.CouldNotRead _) {
            return false;
        }
    }
}
