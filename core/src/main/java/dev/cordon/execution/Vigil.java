package dev.cordon.execution;

import dev.cordon.action.ActionId;
import dev.cordon.journal.ActionState;
import dev.cordon.journal.RunId;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import dev.cordon.plan.PlannedAction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is done again and again for an action while it is in force: looking whether it still is, or finding the members of
 * one of its {@code Each}es. Pure.
 *
 * @param each the {@code Each} that is found again; empty: the action is looked at
 * @param since when the action came to be in force
 */
public record Vigil(RunId run, ActionId action, String each, Duration every, Instant since) {

    /** All of a run. */
    static List<Vigil> of(RunState run) {
        return run.plan().actions().stream()
                .flatMap(action -> of(run, action).stream())
                .toList();
    }

    /** None where nothing of the action is in force, or only by a person's word. */
    static List<Vigil> of(RunState run, PlannedAction action) {
        var state = run.action(action.id());
        var since = state.ended();
        if (since == null || !isInForce(action, state)) {
            return List.of();
        }
        var look = Optional.ofNullable(action.watch().every())
                .map(every -> new Vigil(run.id(), action.id(), "", every, since));
        var finds = action.plan().eaches().stream()
                .flatMap(each -> Optional.ofNullable(each.upkeep())
                        .map(upkeep -> new Vigil(run.id(), action.id(), each.name(), upkeep.every(), since))
                        .stream());
        return Stream.concat(look.stream(), finds).toList();
    }

    private static boolean isInForce(PlannedAction action, ActionState state) {
        return state.status() == Status.COMPLETED
                && state.byHand() == null
                && action.canBeUndone()
                && !action.plan().isEmpty();
    }

    boolean isLook() {
        return each.isEmpty();
    }
}
