package dev.cordon.connectors.network.powerdns;

import dev.cordon.document.Printable;
import dev.cordon.plan.Platform.Finding;
import dev.cordon.plan.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Whether the server is one that this version knows, and how many zones it holds. */
record Examination(PowerDnsApi api, Reader reader) {

    private static final Pattern KNOWN = Pattern.compile("4\\.[3-9](?:[^0-9].*)?");

    List<Finding> findings() {
        var itself = reader.read(api.itself()).path("body");
        var findings = new ArrayList<Finding>();
        findings.add(program(itself.path("daemon_type").stringValue("")));
        findings.add(version(itself.path("version").stringValue("")));
        var zones = reader.read(api.zones()).path("body").size();
        findings.add(new Finding(true, "holds " + zones + (zones == 1 ? " zone" : " zones")));
        return List.copyOf(findings);
    }

    private static Finding program(String type) {
        var right = type.equals("authoritative");
        return new Finding(
                right,
                right ? "PowerDNS Authoritative Server" : "no authoritative server: it is " + Printable.quoted(type));
    }

    private static Finding version(String version) {
        var known = KNOWN.matcher(version).matches();
        var what = "version " + Printable.of(version);
        return new Finding(known, known ? what : what + ": this version of Cordon was made for 4.3 to 4.9");
    }
}
