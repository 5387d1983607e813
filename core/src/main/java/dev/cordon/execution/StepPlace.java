package dev.cordon.execution;

import static java.util.Objects.requireNonNullElse;

import dev.cordon.action.ActionId;
import dev.cordon.journal.At;
import dev.cordon.journal.At.Spot;
import dev.cordon.journal.Phase;
import dev.cordon.journal.StepState;
import dev.cordon.operation.Operation;
import dev.cordon.plan.Step;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where a step stands, by its journal: what running it, looking at it and judging it go by.
 *
 * @param item the member that the step works on; null outside an {@code Each}
 */
record StepPlace(
        Work work,
        ActionId action,
        Step step,
        Spot spot,
        @Nullable JsonNode item) {

    StepState state() {
        return work.journal().state().action(action).step(spot);
    }

    At at(Phase phase, int attempt) {
        return spot.at(action, phase, attempt);
    }

    /** The current attempt, or the first. */
    int attempt(Phase phase) {
        return Math.max(1, state().of(phase).attempt());
    }

    /** When it was sent, or answered where it was; now, where neither happened. */
    Instant since(Phase phase) {
        return requireNonNullElse(state().of(phase).since(), work.pace().now());
    }

    /** How long ago that was by the clock, which somebody may have set since: then perhaps wrong, never negative. */
    Duration age(Phase phase) {
        var age = Duration.between(since(phase), work.pace().now());
        return age.isNegative() ? Duration.ZERO : age;
    }

    /** As much of it as surely passed: no more than the action has been worked on here. */
    Duration sureAge(Phase phase) {
        var here = work.pace().elapsed().minus(work.since());
        return age(phase).compareTo(here) < 0 ? age(phase) : here;
    }

    boolean over(Phase phase, Duration time) {
        return age(phase).compareTo(time) >= 0;
    }

    /**
     * How long the operation of this phase may still take effect when its answer was lost; nothing where it was not.
     */
    Duration patience(Phase phase) {
        var operation = operation(phase);
        var progress = state().of(phase);
        var lost = progress.open() || (phase == Phase.UNDO && progress.mayStillArrive());
        return operation == null || !lost
                ? Duration.ZERO
                : work.sending().transport(operation).patience();
    }

    Promises promises(Phase phase, int attempt) {
        var actionState = work.journal().state().action(action);
        var saved = actionState.savedFor(spot.member());
        return new Promises(
                work.journal().run(),
                at(phase, attempt),
                saved,
                item,
                name -> Math.max(
                        1,
                        actionState.step(new Spot(name, spot.member())).apply().attempt()),
                work.sending().secrets());
    }

    private @Nullable Operation operation(Phase phase) {
        return switch (phase) {
            case APPLY -> step.apply();
            case CANCEL -> step.cancel();
            case UNDO -> step.undo();
        };
    }
}
