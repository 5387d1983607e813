package dev.cordon.report;

import dev.cordon.journal.RunState;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where runs stand, as JSON.
 *
 * @param now which effects the platform itself has released by now is told by it
 */
public record StatusJson(Instant now) {

    /** {@code {"runs": [{run, incident_id, name, accepted_at, status, closed, actions}]}}. */
    public ObjectNode runs(List<RunState> runs) {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The same for one run, with the steps of each action. */
    public ObjectNode run(RunState run) {
        return JsonNodeFactory.instance.objectNode();
    }
}
