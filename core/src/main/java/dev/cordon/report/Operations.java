package dev.cordon.report;

import dev.cordon.operation.Operation;
import dev.cordon.plan.Canonical;
import dev.cordon.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What applying a plan sends, and what undoing it sends, each in its order. Looks are not among it. */
record Operations(List<Named> applying, List<Named> undoing) {

    /** @param step the name of its step; {@code <step> undone} for what ends a temporary step */
    record Named(String step, Operation operation) {}

    static Operations of(Plan plan) {
        var applying = new ArrayList<Named>();
        var undoing = new ArrayList<Named>();
        plan.steps().forEach(step -> add(applying, step.name(), step.apply()));
        for (var step : plan.steps().reversed()) {
            if (step.temporary()) {
                add(applying, step.name() + " undone", step.undo());
            } else {
                add(undoing, step.name(), step.undo());
            }
        }
        return new Operations(List.copyOf(applying), List.copyOf(undoing));
    }

    private static void add(List<Named> into, String step, @Nullable Operation operation) {
        if (operation != null) {
            into.add(new Named(step, operation));
        }
    }

    /** As data: {@code {"apply": {step: operation}, "undo": {step: operation}}}. */
    ObjectNode toJson() {
        var json = JsonNodeFactory.instance.objectNode();
        var apply = json.putObject("apply");
        var undo = json.putObject("undo");
        applying.forEach(one -> apply.set(one.step(), Canonical.tree(one.operation())));
        undoing.forEach(one -> undo.set(one.step(), Canonical.tree(one.operation())));
        return json;
    }
}
