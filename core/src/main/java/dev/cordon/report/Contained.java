package dev.cordon.report;

import dev.cordon.action.ActionId;
import dev.cordon.action.ActionKind;
import dev.cordon.journal.ActionState;
import dev.cordon.journal.Event;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import dev.cordon.plan.PlannedAction;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One action as the executive summary tells of it.
 *
 * @param verified when its effect was first verified; empty where it never was, or was there before
 * @param after what passed between the acceptance of the plan and that moment
 * @param until when a worker undoes it; empty where none has to
 */
record Contained(
        PlannedAction action,
        ActionState state,
        Standing standing,
        Optional<Instant> verified,
        Optional<Duration> after,
        Optional<Until> until) {

    /** All of a run, in the order of its plan. */
    static List<Contained> of(RunRecord run, Instant now) {
        var verified = verified(run);
        var state = run.state();
        return state.plan().actions().stream()
                .map(action -> of(action, state, Optional.ofNullable(verified.get(action.id())), now))
                .toList();
    }

    private static Contained of(PlannedAction action, RunState run, Optional<Instant> completed, Instant now) {
        var verified = completed.filter(_ -> !action.plan().isEmpty());
        var state = run.action(action.id());
        return new Contained(
                action,
                state,
                Standing.of(action, state, now),
                verified,
                verified.map(at -> Duration.between(run.acceptedAt(), at)),
                Until.of(run, action, now).filter(until -> !until.due().platform()));
    }

    /** From the entries, because the state of an action that was undone since no longer tells. */
    private static Map<ActionId, Instant> verified(RunRecord run) {
        var first = new HashMap<ActionId, Instant>();
        for (var entry : run.entries()) {
            if (RunState.event(entry) instanceof Event.Stands(var action, var status, var _)
                    && status == Status.COMPLETED) {
                first.putIfAbsent(action, entry.at());
            }
        }
        return first;
    }

    /** What it does, in one sentence; its key where this version does not know it any more. */
    String does() {
        return ActionKind.of(action.action()).map(ActionKind::summary).orElse(action.action());
    }

    /** It is neither where it was asked to be, nor back where it was. */
    boolean open() {
        return switch (standing) {
            case Standing.Untouched _ -> state.status() != Status.ROLLED_BACK;
            case Standing.UnderWay _,
                    Standing.Drifted _,
                    Standing.InPart _,
                    Standing.UndoUnfinished _,
                    Standing.Unclear _ -> true;
            case Standing.ByHand(var _, var inForce, var _) -> !inForce;
            case Standing.AlreadyInForce _, Standing.InForce _, Standing.Released _, Standing.Undone _ -> false;
            case Standing.TakenBack _ -> true;
        };
    }

    /** A rollback can take something of it back. */
    boolean canBeUndone() {
        return action.canBeUndone() && standing.worthUndoing();
    }

    /** When it ends by itself: by the platform's own timeout where it has one. */
    Optional<Instant> ends() {
        return byPlatform().or(() -> until.map(it -> it.due().at()));
    }

    /** When the platform itself takes it back. */
    Optional<Instant> byPlatform() {
        return standing instanceof Standing.InForce(var _, var ends) ? ends : Optional.empty();
    }
}
