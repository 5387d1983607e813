package dev.cordon.report;

import dev.cordon.operation.Operation;
import dev.cordon.plan.Check;
import dev.cordon.plan.Each;
import dev.cordon.plan.Part;
import dev.cordon.plan.PlannedAction;
import dev.cordon.plan.Step;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The steps of one action as JSON: {@code {id, title, stage, reversibility, apply, cancel, undo, check, temporary,
 * optional}}, operations rendered as commands and null where there is none; what runs for each member that is found
 * has {@code each} and the {@code steps} of a member.
 */
record StepJson(Rendering rendering, PlannedAction action) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Stages are numbered from 1; what has the same number runs side by side. */
    ArrayNode parts() {
        var parts = JSON.arrayNode();
        var stages = action.plan().stages();
        for (var i = 0; i < stages.size(); i++) {
            for (var part : stages.get(i).parts()) {
                parts.add(part(part).put("stage", i + 1));
            }
        }
        return parts;
    }

    private ObjectNode part(Part part) {
        return switch (part) {
            case Step step -> step(step);
            case Each each -> each(each);
        };
    }

    private ObjectNode step(Step step) {
        var json = JSON.objectNode();
        json.put("id", step.name());
        json.put("title", Wording.title(step));
        json.put("reversibility", step.reversibility().word());
        json.put("reversibility_note", step.reversibility().inWords());
        json.put("apply", command(step.apply()));
        json.put("cancel", command(step.cancel()));
        json.put("undo", command(step.undo()));
        var check = step.check();
        json.set("check", check == null ? JSON.nullNode() : check(check));
        json.put("temporary", step.temporary());
        json.put("optional", step.optional());
        var released = step.releasedAfter();
        json.put("released_after", released == null ? null : Wording.time(released));
        return json;
    }

    private ObjectNode check(Check check) {
        var json = JSON.objectNode();
        json.put("command", command(check.read().operation()));
        var view = check.read().view();
        json.put("view", view == null ? null : view.name());
        var words = check.words();
        if (words != null) {
            json.put("says", words);
        }
        check.confirmed().forEach(test -> json.withArray("expect").add(Wording.test(test)));
        check.pending().forEach(test -> json.withArray("pending").add(Wording.test(test)));
        json.put("settles", Wording.time(check.settles()));
        json.put("within", Wording.time(check.within()));
        json.put("holds", Wording.time(check.holds()));
        return json;
    }

    private ObjectNode each(Each each) {
        var json = JSON.objectNode();
        json.put("id", each.name());
        json.put("title", Wording.title(each));
        var loop = json.putObject("each");
        loop.put("find", command(each.find().operation()));
        var view = each.find().view();
        loop.put("view", view == null ? null : view.name());
        loop.put("members", each.members().value());
        loop.put("key", each.key().value());
        loop.put("at_most", each.atMost());
        loop.put("holds", Wording.time(each.holds()));
        var steps = json.putArray("steps");
        each.steps().forEach(step -> steps.add(step(step)));
        return json;
    }

    private @Nullable String command(@Nullable Operation operation) {
        return operation == null ? null : rendering.command(action, operation);
    }
}
