package dev.cordon.report;

import dev.cordon.journal.ActionState;
import dev.cordon.journal.ActionState.ByHand;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import dev.cordon.plan.PlannedAction;
import dev.cordon.plan.PlannedPlaybook;
import java.time.Instant;
import java.util.List;
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
        return of(plan, action, new Stand(Status.PENDING, null, notes(action), action.canBeUndone(), null));
    }

    ContainmentAction standing(PlannedPlaybook plan, PlannedAction action, ActionState state) {
        var status = state.status();
        return of(
                plan,
                action,
                new Stand(
                        status,
                        status == Status.COMPLETED ? state.ended() : null,
                        status == Status.PENDING && state.note().isEmpty() ? notes(action) : state.note(),
                        action.canBeUndone() && status != Status.ROLLED_BACK && !state.byHandAlone(),
                        state.byHand()));
    }

    private static String notes(PlannedAction action) {
        return String.join("\n", action.plan().notes());
    }

    private record Stand(
            Status status,
            @Nullable Instant completedAt,
            String notes,
            boolean rollbackAvailable,
            @Nullable ByHand byHand) {}

    private ContainmentAction of(PlannedPlaybook plan, PlannedAction action, Stand stand) {
        var asked = Asked.of(action);
        var operations = Operations.of(action.plan());
        return new ContainmentAction(
                action.id().value(),
                asked.actionType(),
                asked.target(),
                asked.targetType(),
                asked.reason(),
                stand.status(),
                commands(action, operations.applying()),
                operations.toJson(),
                commands(action, operations.undoing()),
                stand.rollbackAvailable(),
                null,
                plan.createdAt(),
                stand.completedAt(),
                plan.analyst(),
                stand.notes(),
                metadata(action, stand.byHand()));
    }

    private List<String> commands(PlannedAction action, List<Operations.Named> operations) {
        return operations.stream()
                .map(one -> rendering.command(action, one.operation()))
                .toList();
    }

    private static ObjectNode metadata(PlannedAction action, @Nullable ByHand byHand) {
        var metadata = JsonNodeFactory.instance.objectNode();
        metadata.put("action", action.action());
        metadata.set("request", action.request());
        metadata.put("resolved", action.resolved());
        metadata.set("facts", InShort.of(action.shown()));
        metadata.put("platform", action.on().value());
        metadata.put("platform_type", action.platformType());
        metadata.put("reversibility", Reversal.of(action).word());
        metadata.put("digest", action.digest().value());
        action.releasedAfter().ifPresent(time -> metadata.put("released_after", Wording.time(time)));
        var after = metadata.putArray("after");
        action.after().forEach(first -> after.add(first.value()));
        if (byHand != null) {
            metadata.putObject("by_hand").put("by", byHand.by()).put("at", Times.shown(byHand.at()));
        }
        return metadata;
    }
}
