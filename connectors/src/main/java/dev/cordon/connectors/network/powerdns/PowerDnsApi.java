package dev.cordon.connectors.network.powerdns;

import dev.cordon.action.PlatformName;
import dev.cordon.operation.HttpCall;
import dev.cordon.operation.Terms;
import dev.cordon.operation.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The calls of the interface that are used.
 *
 * @param server as the interface names it; {@code localhost} unless a proxy stands for several
 */
record PowerDnsApi(PlatformName on, String server) {

    private static final String SERVER = "/api/v1/servers/{}";
    private static final String ZONES = SERVER + "/zones";
    private static final String ZONE = ZONES + "/{}";

    /** Which program it is, in which version. */
    HttpCall itself() {
        return HttpCall.get(Terms.read(on), SERVER, server);
    }

    /** One setting of its configuration; where a proxy keeps it back, or another version has none, it is missing. */
    HttpCall setting(String name) {
        return HttpCall.get(Terms.read(on), SERVER + "/config/{}", server, name).orMissing();
    }

    /** All zones without what is in them, and without looking into their keys, which takes long. */
    HttpCall zones() {
        return HttpCall.get(Terms.read(on), ZONES, server).query("dnssec", Value.of(false));
    }

    /** A zone with all that is in it; deleted, it is missing. */
    HttpCall zone(String id) {
        return HttpCall.get(Terms.read(on), ZONE, server, id).orMissing();
    }

    /**
     * Changes a zone, all or nothing: first what is removed goes, since a CNAME bears nothing beside it. Sent twice it
     * changes nothing more.
     */
    HttpCall change(String zone, List<Rrset> removed, List<Rrset> put) {
        var changes = JsonNodeFactory.instance.arrayNode();
        Stream.concat(removed.stream().map(Rrset::remove), put.stream().map(Rrset::put))
                .forEach(changes::add);
        return HttpCall.patch(Terms.write(on), ZONE, server, zone)
                .json(Value.tree(Map.of("rrsets", Value.of(changes))));
    }

    /**
     * Makes a zone with nothing in it but its SOA record; refused the second time, because it is there.
     *
     * @param account what the server keeps beside it, to know it again by: at most 40 characters
     */
    HttpCall create(DnsName zone, Value account) {
        return HttpCall.post(Terms.write(on), ZONES, server)
                .json(Value.tree(Map.of(
                        "name", Value.of(zone.toString()),
                        "kind", Value.of("Native"),
                        "account", account,
                        "nameservers", Value.row())));
    }

    /** Deletes a zone with all that is in it; the second time it is missing. */
    HttpCall delete(DnsName zone) {
        return HttpCall.delete(Terms.write(on), ZONE, server, zone.toString());
    }
}
