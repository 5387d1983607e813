package dev.cordon.execution;

import dev.cordon.action.ActionId;
import dev.cordon.plan.Plan;
import dev.cordon.plan.PlannedAction;
import dev.cordon.scripted.ScriptedPlatform;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;

/** Planned actions of which only the plan and the order matter. */
final class PlannedActions {

    private PlannedActions() {}

    static PlannedAction of(String id, Plan plan, String... after) {
        var nothing = JsonNodeFactory.instance.objectNode();
        return new PlannedAction(
                new ActionId(id),
                ScriptedPlatform.NAME,
                "scripted",
                "firewall_block",
                nothing,
                null,
                null,
                null,
                id,
                nothing,
                nothing,
                plan,
                Stream.of(after).map(ActionId::new).toList());
    }
}
