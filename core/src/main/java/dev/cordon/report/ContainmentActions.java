package dev.cordon.report;

import dev.cordon.journal.ActionState;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import dev.cordon.operation.Operation;
import dev.cordon.plan.Canonical;
import dev.cordon.plan.PlannedAction;
import dev.cordon.plan.PlannedPlaybook;
import dev.cordon.plan.Step;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes {@link ContainmentAction}s: out of a plan they are pending, out of a run they stand where its journal says. */
public record ContainmentActions(Rendering rendering) {

    /** Of a plan that nobody has applied yet. */
    public List<ContainmentAction> of(PlannedPlaybook plan) {
        return plan.actions().stream().map(action -> pending(plan, action)).toList();
    }

    /** Of a run. */
    public List<ContainmentAction> of(RunState run) {
        return run.plan().actions().stream()
                .map(action -> standing(run.plan(), action, run.action(action.id())))
                .toList();
    }

    ContainmentAction pending(PlannedPlaybook plan, PlannedAction action) {
        return of(
                plan,
                action,
                Status.PENDING,
                action.canBeUndone(),
                null,
                String.join("\n", action.plan().notes()));
    }

    ContainmentAction standing(PlannedPlaybook plan, PlannedAction action, ActionState state) {
        var ended = state.status() == Status.COMPLETED ? state.ended() : null;
        var notes = state.status() == Status.PENDING
                ? String.join("\n", action.plan().notes())
                : state.note();
        return of(plan, action, state.status(), undoable(action, state), ended, notes);
    }

    private static boolean undoable(PlannedAction action, ActionState state) {
        return switch (state.status()) {
            case ROLLED_BACK -> false;
            case PENDING, AWAITING_APPROVAL, IN_PROGRESS, COMPLETED, FAILED, ROLLING_BACK, UNCERTAIN ->
                action.canBeUndone();
        };
    }

    private ContainmentAction of(
            PlannedPlaybook plan,
            PlannedAction action,
            Status status,
            boolean undoable,
            @Nullable Instant completedAt,
            String notes) {
        var asked = Asked.of(action);
        var steps = action.plan().steps();
        return new ContainmentAction(
                action.id().value(),
                asked.actionType(),
                asked.target(),
                asked.targetType(),
                asked.reason(),
                status,
                commands(action, steps, Step::apply),
                payload(steps),
                commands(action, steps.reversed(), Step::undo),
                undoable,
                null,
                plan.createdAt(),
                completedAt,
                plan.analyst(),
                notes,
                metadata(action));
    }

    private List<String> commands(
            PlannedAction action, List<Step> steps, Function<Step, @Nullable Operation> operation) {
        return steps.stream()
                .map(operation)
                .filter(Objects::nonNull)
                .map(it -> rendering.command(action, it))
                .toList();
    }

    private static ObjectNode payload(List<Step> steps) {
        var payload = JsonNodeFactory.instance.objectNode();
        put(payload.putObject("apply"), steps, Step::apply);
        put(payload.putObject("undo"), steps.reversed(), Step::undo);
        return payload;
    }

    private static void put(ObjectNode into, List<Step> steps, Function<Step, @Nullable Operation> operation) {
        for (var step : steps) {
            var it = operation.apply(step);
            if (it != null) {
                into.set(step.name(), Canonical.tree(it));
            }
        }
    }

    private static ObjectNode metadata(PlannedAction action) {
        var metadata = JsonNodeFactory.instance.objectNode();
        metadata.set("request", action.request());
        metadata.put("resolved", action.resolved());
        metadata.set("facts", InShort.of(action.shown()));
        metadata.put("platform", action.on().value());
        metadata.put("platform_type", action.platformType());
        metadata.put("reversibility", Reversal.of(action.plan()).word());
        var after = metadata.putArray("after");
        metadata.put("plan", action.digest().value());
        action.releasedAfter().ifPresent(time -> metadata.put("released_after", time.toString()));
        action.after().forEach(first -> after.add(first.value()));
        return metadata;
    }
}
