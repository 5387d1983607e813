package dev.cordon.report;

import dev.cordon.action.ActionId;
import dev.cordon.plan.PlannedAction;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the report of a run as JSON.
 *
 * @param observed what the journal holds about each action
 */
record ReportJson(Rendering rendering, RunRecord run, Map<ActionId, List<Observation>> observed, Instant now) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    ObjectNode write() {
        var state = run.state();
        var plan = state.plan();
        var json = JSON.objectNode();
        json.put("incident_id", plan.incidentId().value());
        json.put("name", plan.name());
        json.put("analyst", plan.analyst());
        json.put("created_at", Times.shown(plan.createdAt()));
        json.put("status", state.status().word());
        json.put("run", state.id().value());
        json.put("by", state.by());
        json.put("accepted_at", Times.shown(state.acceptedAt()));
        json.put("closed", state.closed());
        json.put("digest", plan.digest().value());
        json.set("approval", StatusJson.approval(state.consent()));
        json.put("on_failure", plan.onFailure().word());
        json.put("reported_at", Times.shown(now));
        json.set("journal", Audited.json(run.verification()));
        var actions = json.putArray("actions");
        plan.actions().forEach(action -> actions.add(action(action)));
        return json;
    }

    private ObjectNode action(PlannedAction action) {
        var state = run.state().action(action.id());
        var json = new ContainmentActions(rendering)
                .standing(run.state().plan(), action, state)
                .toJson();
        json.set("standing", StatusJson.standing(Standing.of(action, state, now)));
        json.set("until", StatusJson.until(run.state(), action, now));
        var list = json.putArray("observed");
        observed.getOrDefault(action.id(), List.of()).forEach(one -> list.add(observation(action, one)));
        return json;
    }

    private ObjectNode observation(PlannedAction action, Observation one) {
        var json = JSON.objectNode();
        json.put("seq", one.seq());
        json.put("at", Times.shown(one.at()));
        json.put("step", one.step());
        json.put("what", one.said().isEmpty() ? one.what() : one.what() + ": " + one.said());
        one.sent().ifPresent(operation -> json.put("command", rendering.command(action, operation)));
        json.set("event", one.event());
        return json;
    }
}
