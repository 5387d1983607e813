package dev.cordon.connectors.network.powerdns;

import dev.cordon.action.DnsSinkhole;
import dev.cordon.document.Printable;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What must not be done, or would not hold.
 *
 * @param ownHost the name by which Cordon reaches the server
 */
record SinkholeRefusals(DnsSinkhole request, SinkholeFacts facts, String ownHost) {

    /** So that the change stays one that a person can look through, and one request. */
    private static final int MOST_NAMES = 2_000;

    Optional<String> any() {
        return facts.places().stream().flatMap(this::of).findFirst();
    }

    private Stream<String> of(Place place) {
        return Stream.of(ownPath(place), secondary(place), hidden(place), server(place), tooMany(place))
                .flatMap(Optional::stream);
    }

    private Optional<String> ownPath(Place place) {
        return DnsName.parse(ownHost).isAtOrBelow(place.domain())
                ? Optional.of("Cordon reaches this server as " + Printable.quoted(ownHost) + ", which lies in "
                        + words(place) + ": it could not undo it; give its address as base_url")
                : Optional.empty();
    }

    private static Optional<String> secondary(Place place) {
        var zone = place.zone();
        return zone == null || zone.isMadeHere()
                ? Optional.empty()
                : Optional.of("the zone " + Printable.quoted(zone.name()) + " is " + Printable.quoted(zone.kind())
                        + " here, its contents come from elsewhere: sinkhole " + words(place) + " on its primary");
    }

    private static Optional<String> hidden(Place place) {
        return place.hiddenBy().isEmpty()
                ? Optional.empty()
                : Optional.of(words(place) + " is not answered by this server: it lies below the "
                        + Printable.of(place.hiddenBy()));
    }

    private static Optional<String> server(Place place) {
        return place.isServer(place.domain())
                ? Optional.of(words(place) + " is a name server of its zone, which nobody would find any more")
                : Optional.empty();
    }

    private Optional<String> tooMany(Place place) {
        var names = new SinkholedNames(place, request.sinkholeIp()).names().size();
        return names <= MOST_NAMES
                ? Optional.empty()
                : Optional.of(names + " names stand at and below " + words(place) + ", more than " + MOST_NAMES
                        + ": name those that are meant");
    }

    private static String words(Place place) {
        return place.domain().inWords();
    }
}
