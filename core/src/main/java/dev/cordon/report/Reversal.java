package dev.cordon.report;

import dev.cordon.plan.Plan;
import dev.cordon.plan.Reversibility;
import dev.cordon.plan.Step;
import java.util.List;

/** How far a whole plan can be taken back, from what its steps say of themselves. */
final class Reversal {

    private Reversal() {}

    /** Exact where each step that changes something is, none where none can be taken back at all, else partial. */
    static Reversibility of(Plan plan) {
        var changing = plan.steps().stream().filter(step -> !step.isProof()).toList();
        var lost = changing.stream()
                .filter(step -> !(step.reversibility() instanceof Reversibility.Exact))
                .map(Reversal::lost)
                .toList();
        if (lost.isEmpty()) {
            return new Reversibility.Exact("");
        }
        var words = String.join("; ", lost);
        return nothingReturns(changing) ? new Reversibility.None(words) : new Reversibility.Partial(words);
    }

    private static boolean nothingReturns(List<Step> changing) {
        return changing.stream().allMatch(step -> step.reversibility() instanceof Reversibility.None);
    }

    private static String lost(Step step) {
        return switch (step.reversibility()) {
            case Reversibility.Exact _ -> "";
            case Reversibility.Partial(var lost) -> step.name() + ": " + lost;
            case Reversibility.None(var why) -> step.name() + ": " + why;
        };
    }
}
