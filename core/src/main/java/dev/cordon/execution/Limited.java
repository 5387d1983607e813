package dev.cordon.execution;

import dev.cordon.document.Durations;
import dev.cordon.plan.PlannedAction;
import dev.cordon.plan.Reversibility;
import java.util.Optional;
import java.util.stream.Collectors;

/** Refuses an action that is to last for a time only and cannot be undone when that is over. Pure. */
final class Limited {

    private Limited() {}

    /** Why, and what to do; empty where it lasts until somebody undoes it, or where the platform or Cordon can end it. */
    static Optional<String> refusal(PlannedAction action) {
        return action.canBeUndone() || action.releasedAfter().isPresent()
                ? Optional.empty()
                : action.lasts()
                        .map(time -> "it cannot be undone, so it cannot end after " + Durations.write(time)
                                + ": leave that out" + because(action));
    }

    private static String because(PlannedAction action) {
        var whys = action.plan().steps().stream()
                .filter(step -> step.reversibility() instanceof Reversibility.None)
                .map(step -> step.name() + ": " + ((Reversibility.None) step.reversibility()).why())
                .collect(Collectors.joining("; "));
        return whys.isEmpty() ? "" : " (" + whys + ")";
    }
}
