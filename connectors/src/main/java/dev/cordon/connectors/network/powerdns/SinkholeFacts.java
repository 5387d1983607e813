package dev.cordon.connectors.network.powerdns;

import dev.cordon.plan.Facts;
import dev.cordon.plan.Shown;
import java.util.List;

/**
 * What the server answers for the domains now. A zone's serial number is not among it: it counts on with every change,
 * so that secondaries notice.
 *
 * @param places each domain that lies below no other, and each zone of its own below one
 * @param queriesLogged whether the server logs queries, by its configuration
 * @param assumed nothing was read
 */
record SinkholeFacts(List<Place> places, Shown<Boolean> queriesLogged, boolean assumed) implements Facts {
    SinkholeFacts {
        places = List.copyOf(places);
    }
}
