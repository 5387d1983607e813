package dev.cordon.report;

import java.time.Instant;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a run did, for whoever reads it afterwards: facts only, each with its time. */
public record RunReport(Rendering rendering) {

    /** @param now which effects the platform itself has released by now is told by it */
    public String markdown(RunRecord run, Instant now) {
        return "# Containment report\n";
    }

    public ObjectNode json(RunRecord run, Instant now) {
        return JsonNodeFactory.instance.objectNode();
    }
}
