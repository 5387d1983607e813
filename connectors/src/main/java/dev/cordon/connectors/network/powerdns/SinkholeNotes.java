package dev.cordon.connectors.network.powerdns;

import dev.cordon.action.DnsSinkhole;
import dev.cordon.document.Printable;
import dev.cordon.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** What no operation of the plan says: who does not see it, and for how long. */
record SinkholeNotes(DnsSinkhole request, SinkholeFacts facts) {

    Plan on(Plan plan) {
        var noted = plan;
        for (var note : notes()) {
            noted = noted.note(note);
        }
        return noted;
    }

    private List<String> notes() {
        var notes = new ArrayList<String>();
        if (facts.assumed()) {
            notes.add("assumed, since nothing was read: the server holds no zone for any of the domains; where it holds"
                    + " one of just that name, making it is refused");
        }
        facts.places().forEach(place -> add(place, notes));
        notes.add("only what leads to an address is replaced: MX, TXT and other records stay");
        if (request.logQueries() && !facts.queriesLogged().value()) {
            notes.add("who asks is not logged: set log-dns-queries=yes and loglevel=5 in the server's configuration;"
                    + " its interface cannot");
        }
        return List.copyOf(notes);
    }

    private static void add(Place place, List<String> notes) {
        var zone = place.zone();
        var name = place.domain().inWords();
        if (zone == null) {
            notes.add("the server holds no zone for " + name + ", so one is made: it is seen by those who ask this"
                    + " server, or a resolver that forwards " + name + " to it; a resolver that validates DNSSEC"
                    + " refuses it where the real one is signed");
            return;
        }
        place.rrsets().stream()
                .mapToLong(Rrset::ttl)
                .max()
                .ifPresent(ttl -> notes.add("resolvers keep what they were told of " + name + " for up to " + ttl
                        + " s; flush their caches where that is too long"));
        if (!place.servers().isEmpty()) {
            notes.add("the name servers of the zone keep their addresses: "
                    + String.join(
                            ", ", place.servers().stream().map(Printable::of).toList()));
        }
        if (zone.hasSecondaries()) {
            notes.add(
                    "secondaries of " + Printable.of(zone.name()) + " answer as before until they have taken it over");
        }
    }
}
