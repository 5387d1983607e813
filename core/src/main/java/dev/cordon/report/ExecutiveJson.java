package dev.cordon.report;

import java.time.Duration;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the executive summary as JSON. */
record ExecutiveJson(ExecutiveSummary summary) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    ObjectNode write() {
        var state = summary.run().state();
        var plan = state.plan();
        var json = JSON.objectNode();
        json.put("incident_id", plan.incidentId().value());
        json.put("name", plan.name());
        json.put("analyst", plan.analyst());
        json.put("run", state.id().value());
        json.put("status", state.status().word());
        json.put("closed", state.closed());
        json.put("by", state.by());
        json.put("accepted_at", Times.shown(state.acceptedAt()));
        json.put("reported_at", Times.shown(summary.now()));
        json.set("journal", Audited.json(summary.run().verification()));
        var counts = json.putObject("counts");
        summary.counts().forEach(counts::put);
        json.put("resume", Hints.resume(state).orElse(null));
        json.put("rollback", Hints.rollback(state, summary.now()).orElse(null));
        var actions = json.putArray("actions");
        summary.actions().forEach(one -> actions.add(action(one)));
        var evidence = json.putArray("evidence");
        summary.evidence()
                .forEach(piece -> evidence.addObject()
                        .put("sha256", piece.sha256())
                        .put("what", piece.what())
                        .put("source", piece.source()));
        return json;
    }

    private static ObjectNode action(Contained one) {
        var asked = Asked.of(one.action());
        var reversal = Reversal.of(one.action().plan());
        var json = JSON.objectNode();
        json.put("id", one.action().id().value());
        json.put("action", one.action().action());
        json.put("does", one.does());
        json.put("target", asked.target());
        json.put("platform", one.action().on().value());
        json.put("reason", asked.reason());
        json.put("status", one.state().status().word());
        json.put("notes", one.state().note());
        json.set("standing", StatusJson.standing(one.standing()));
        json.put("open", one.open());
        json.put("contained_at", Times.orNull(one.verified().orElse(null)));
        json.put("contained_after_ms", one.after().map(Duration::toMillis).orElse(null));
        json.put("ends_at", Times.orNull(one.ends().orElse(null)));
        json.put("can_be_undone", one.canBeUndone());
        json.put("reversibility", reversal.word());
        return json;
    }
}
