package dev.cordon.report;

import dev.cordon.plan.Asset;
import dev.cordon.plan.PlannedAction;
import dev.cordon.plan.PlannedPlaybook;
import dev.cordon.policy.BlastRadius;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A plan as {@code plan --json} gives it: {@code {digest, incident_id, name, analyst, created_at, on_failure,
 * reaches: {hosts, accounts, addresses}, actions}}, each action a {@link ContainmentAction} with {@code digest}, {@code steps} (see {@code StepJson}) and
 * {@code touches}.
 */
public record PlanJson(Rendering rendering) {

    public ObjectNode of(PlannedPlaybook plan) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("digest", plan.digest().value());
        json.put("incident_id", plan.incidentId().value());
        json.put("name", plan.name());
        json.put("analyst", plan.analyst());
        json.put("created_at", Times.shown(plan.createdAt()));
        json.put("on_failure", plan.onFailure().word());
        json.set("reaches", reaches(plan));
        var actions = json.putArray("actions");
        plan.actions().forEach(action -> actions.add(action(plan, action)));
        return json;
    }

    private static ObjectNode reaches(PlannedPlaybook plan) {
        var radius = BlastRadius.of(plan.actions().stream()
                .flatMap(action -> action.plan().touches().stream())
                .toList());
        return JsonNodeFactory.instance
                .objectNode()
                .put("hosts", radius.hosts())
                .put("accounts", radius.accounts())
                .put("addresses", radius.addresses());
    }

    private ObjectNode action(PlannedPlaybook plan, PlannedAction action) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("digest", action.digest().value());
        json.setAll(new ContainmentActions(rendering).pending(plan, action).toJson());
        json.set("steps", new StepJson(rendering, action).parts());
        var touches = json.putArray("touches");
        action.plan().touches().forEach(asset -> touches.add(asset(asset)));
        return json;
    }

    private static ObjectNode asset(Asset asset) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("on", asset.on().value());
        json.put("kind", asset.kind());
        json.put("id", asset.id());
        asset.names().forEach(json.putArray("names")::add);
        return json;
    }
}
