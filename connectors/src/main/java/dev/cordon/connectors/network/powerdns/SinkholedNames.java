package dev.cordon.connectors.network.powerdns;

import dev.cordon.action.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which records must be there so that a name and everything below it answer with one address.
 *
 * <p>A wildcard answers only for names whose nearest existing ancestor it stands below (RFC 4592 §3.3.1). So every name
 * that exists gets the address and a wildcard of its own, and so does every name that exists only because others stand
 * below it.
 */
record SinkholedNames(Place place, IpAddress sinkhole) {

    /** The names that answer, without wildcards. */
    List<DnsName> names() {
        var names = new TreeMap<String, DnsName>();
        var domain = place.domain();
        names.put(domain.toString(), domain);
        for (var owner : place.owners()) {
            for (var name = DnsName.parse(owner); name.isBelow(domain); name = name.parent()) {
                names.put(name.toString(), name);
            }
        }
        return names.values().stream().filter(name -> !place.isServer(name)).toList();
    }

    /** What must be there in the end. */
    List<Rrset> wanted() {
        return names().stream()
                .flatMap(name -> name.isWildcard() ? Stream.of(name) : Stream.of(name, name.wildcard()))
                .distinct()
                .map(name -> Rrset.sinkhole(name, sinkhole))
                .toList();
    }

    /** What leads elsewhere and must go. */
    List<Rrset> unwanted() {
        var kept = wanted().stream().map(Rrset::key).collect(Collectors.toSet());
        return place.rrsets().stream()
                .filter(rrset -> !kept.contains(rrset.key()))
                .toList();
    }

    /** Whether nothing leads anywhere else already. */
    boolean inForce() {
        var there = place.rrsets().stream().map(SinkholedNames::answer).collect(Collectors.toSet());
        return unwanted().isEmpty()
                && wanted().stream().map(SinkholedNames::answer).allMatch(there::contains);
    }

    /** What was there and must be there again. */
    List<Rrset> before() {
        return place.rrsets();
    }

    /** What was not there. */
    List<Rrset> added() {
        var before = place.rrsets().stream().map(Rrset::key).collect(Collectors.toSet());
        return wanted().stream().filter(rrset -> !before.contains(rrset.key())).toList();
    }

    /** All that is changed, by its keys. */
    List<String> keys() {
        var keys = new ArrayList<String>();
        wanted().forEach(rrset -> keys.add(rrset.key()));
        unwanted().forEach(rrset -> keys.add(rrset.key()));
        return keys.stream().sorted().toList();
    }

    /** What is answered, for however long. */
    private static Rrset answer(Rrset rrset) {
        return new Rrset(rrset.name(), rrset.type(), 0, rrset.records(), List.of());
    }
}
