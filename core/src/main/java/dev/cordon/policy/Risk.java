package dev.cordon.policy;

import dev.cordon.document.Word;
import dev.cordon.plan.PlannedAction;
import dev.cordon.plan.Reversibility;
import java.util.Comparator;

/** What is at stake when an action is applied by mistake: how much of it an undo does not restore. */
public enum Risk implements Word {
    /** Undo restores everything. */
    LOW,
    /** Undo restores something less, and the plan says what is lost. */
    MEDIUM,
    /** Something that it touches does not come back: a process is killed. */
    HIGH;

    /** Of all steps that change what they touch; a connection that is ended comes back by itself, and counts for none. */
    static Risk of(PlannedAction action) {
        return action.plan().steps().stream()
                .filter(step -> step.apply() != null && !step.touches().isEmpty())
                .map(step -> of(step.reversibility()))
                .max(Comparator.naturalOrder())
                .orElse(LOW);
    }

    private static Risk of(Reversibility reversibility) {
        return switch (reversibility) {
            case Reversibility.Exact _ -> LOW;
            case Reversibility.Partial _ -> MEDIUM;
            case Reversibility.None _ -> HIGH;
        };
    }
}
