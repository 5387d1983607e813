package dev.cordon.connectors.network.powerdns;

import dev.cordon.action.DnsSinkhole;
import dev.cordon.plan.Reader;
import dev.cordon.plan.Shown;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Reads where the domains lie on the server, and what it answers for them. */
record SinkholeReader(PowerDnsApi api, Reader reader) {

    /** @throws IllegalArgumentException where an answer is not of the shape that is known */
    SinkholeFacts facts(DnsSinkhole request) {
        var zones = Shape.list(reader.read(api.zones()).path("body")).stream()
                .map(Zone::of)
                .toList();
        var places = uppermost(request).stream()
                .flatMap(domain -> places(domain, zones))
                .toList();
        return new SinkholeFacts(places, new Shown<>(request.logQueries() && queriesAreLogged()), false);
    }

    /** What lies below another domain of the request is covered by it. */
    static List<DnsName> uppermost(DnsSinkhole request) {
        var all = request.domains().stream()
                .map(domain -> DnsName.parse(domain.value()))
                .toList();
        return all.stream()
                .filter(domain -> all.stream().noneMatch(domain::isBelow))
                .toList();
    }

    /** The domain itself, and the zones below it, which the server answers from rather than from those above. */
    private Stream<Place> places(DnsName domain, List<Zone> zones) {
        var holder = zones.stream()
                .filter(zone -> zone.holds(domain))
                .max(Comparator.comparingInt(zone -> zone.apex().labels().size()));
        var first = holder.map(zone -> place(zone, domain)).orElseGet(() -> Place.outside(domain));
        var below = zones.stream()
                .filter(zone -> zone.apex().isBelow(domain))
                .sorted(Comparator.comparing(Zone::name))
                .map(zone -> place(zone, zone.apex()));
        return Stream.concat(Stream.of(first), below);
    }

    private Place place(Zone zone, DnsName domain) {
        var answer = reader.read(api.zone(zone.id()));
        if (Views.isMissing(answer)) {
            throw new IllegalArgumentException("a zone that was listed is gone");
        }
        return Place.in(zone, domain, Views.rrsets(answer));
    }

    private boolean queriesAreLogged() {
        var setting = reader.read(api.setting("log-dns-queries")).path("body").path("value");
        return setting.stringValue("no").equals("yes");
    }
}
