package dev.cordon.connectors.network.powerdns;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A name with everything below it, inside one zone or outside of all.
 *
 * @param name with a dot at its end
 * @param zone the one that holds it; null where the server holds none
 * @param owners the names at it and below it that have records of any type
 * @param rrsets those at it and below it that lead to an address
 * @param servers the zone's own name servers among the owners: their addresses stay, or nobody would find the zone
 * @param hiddenBy empty, or why the zone's records here are never asked for
 */
record Place(
        String name,
        @Nullable Zone zone,
        List<String> owners,
        List<Rrset> rrsets,
        List<String> servers,
        String hiddenBy) {

    /**
     * What leads to an address: addresses, what stands for another name, what computes an answer, and bindings with
     * addresses in them (RFC 9460 §7.3). LUA and ALIAS are PowerDNS's own.
     */
    private static final Set<String> LEADS_TO_ADDRESS =
            Set.of("A", "AAAA", "CNAME", "DNAME", "ALIAS", "LUA", "HTTPS", "SVCB");

    private static final Set<String> ADDRESSES = Set.of("A", "AAAA");
    private static final Set<String> STANDS_FOR_ANOTHER = Set.of("CNAME", "ALIAS");

    /** What hands a name over to other servers. */
    private static final Set<String> HANDS_OVER = Set.of("NS", "DS");

    Place {
        owners = List.copyOf(owners);
        rrsets = List.copyOf(rrsets);
        servers = List.copyOf(servers);
    }

    static Place outside(DnsName name) {
        return new Place(name.toString(), null, List.of(), List.of(), List.of(), "");
    }

    static Place in(Zone zone, DnsName name, List<Rrset> all) {
        var here = all.stream()
                .filter(rrset -> DnsName.parse(rrset.name()).isAtOrBelow(name))
                .toList();
        var owners = here.stream().map(Rrset::name).distinct().sorted().toList();
        var servers = servers(zone, all).filter(owners::contains).sorted().toList();
        var leading = here.stream()
                .filter(rrset -> leads(rrset, zone) && !servers.contains(rrset.name()))
                .toList();
        return new Place(name.toString(), zone, owners, leading, servers, hiddenBy(zone, name, all));
    }

    /** Where a name, and what has no name of its own below it, leads now. */
    List<String> addresses(DnsName owner) {
        return contents(owner, ADDRESSES).toList();
    }

    /** For which other names it stands now. */
    List<String> aliases(DnsName owner) {
        return contents(owner, STANDS_FOR_ANOTHER)
                .map(content -> DnsName.parse(content).inWords())
                .toList();
    }

    private Stream<String> contents(DnsName owner, Set<String> types) {
        var names = Set.of(owner.toString(), owner.wildcard().toString());
        return rrsets.stream()
                .filter(rrset -> names.contains(rrset.name()) && types.contains(rrset.type()))
                .flatMap(rrset -> rrset.records().stream())
                .map(Rrset.Entry::content)
                .distinct()
                .sorted();
    }

    boolean isServer(DnsName owner) {
        return servers.contains(owner.toString());
    }

    DnsName domain() {
        return DnsName.parse(name);
    }

    private static Stream<String> servers(Zone zone, List<Rrset> all) {
        return all.stream()
                .filter(rrset -> rrset.type().equals("NS") && rrset.name().equals(zone.name()))
                .flatMap(rrset -> rrset.records().stream())
                .map(record -> DnsName.parse(record.content()).toString());
    }

    private static boolean leads(Rrset rrset, Zone zone) {
        var atApex = rrset.name().equals(zone.name());
        return LEADS_TO_ADDRESS.contains(rrset.type()) || (HANDS_OVER.contains(rrset.type()) && !atApex);
    }

    /** Above the name: a delegation sends whoever asks to other servers, a DNAME to another name (RFC 6672 §2.3). */
    private static String hiddenBy(Zone zone, DnsName name, List<Rrset> all) {
        return all.stream()
                .filter(rrset -> name.isBelow(DnsName.parse(rrset.name())))
                .filter(rrset -> rrset.type().equals("DNAME")
                        || (rrset.type().equals("NS") && !rrset.name().equals(zone.name())))
                .map(rrset -> rrset.type() + " records at " + rrset.name())
                .findFirst()
                .orElse("");
    }
}
