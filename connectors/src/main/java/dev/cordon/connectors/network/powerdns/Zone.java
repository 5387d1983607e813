package dev.cordon.connectors.network.powerdns;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A zone that the server holds.
 *
 * @param id what the interface calls it by
 * @param name with a dot at its end, in small letters
 * @param kind {@code Native}, {@code Master}, {@code Slave}, … as the server writes it
 */
record Zone(String id, String name, String kind) {

    /** Whose contents are made here: those of a secondary come from its primary, and are replaced by it again. */
    private static final Set<String> OWN = Set.of("Native", "Master", "Primary");

    static Zone of(JsonNode json) {
        return new Zone(
                Shape.text(json, "id"), DnsName.parse(Shape.text(json, "name")).toString(), Shape.text(json, "kind"));
    }

    DnsName apex() {
        return DnsName.parse(name);
    }

    boolean holds(DnsName other) {
        return other.isAtOrBelow(apex());
    }

    boolean isMadeHere() {
        return OWN.contains(kind);
    }

    /** Whether others fetch it from here. */
    boolean hasSecondaries() {
        return isMadeHere() && !kind.equals("Native");
    }
}
