package dev.cordon.report;

import dev.cordon.plan.Plan;
import dev.cordon.plan.PlannedAction;
import dev.cordon.plan.Reversibility;
import dev.cordon.plan.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** How far a whole plan can be taken back, from what its steps say of themselves. */
final class Reversal {

    private Reversal() {}

    /** Of its plan; what a person does is not Cordon's to take back. */
    static Reversibility of(PlannedAction action) {
        return action.byHand() ? new Reversibility.None("it is done by hand") : of(action.plan());
    }

    /** Exact where each step that changes something is, none where none can be taken back at all, else partial. */
    static Reversibility of(Plan plan) {
        var changing = plan.steps().stream().filter(step -> !step.isProof()).toList();
        var lost = new LinkedHashMap<String, List<String>>();
        changing.stream()
                .filter(step -> !(step.reversibility() instanceof Reversibility.Exact))
                .forEach(step ->
                        lost.computeIfAbsent(lost(step), _ -> new ArrayList<>()).add(step.name()));
        if (lost.isEmpty()) {
            return new Reversibility.Exact("");
        }
        var words = lost.entrySet().stream()
                .map(why -> String.join(", ", why.getValue()) + ": " + why.getKey())
                .collect(Collectors.joining("; "));
        return nothingReturns(changing) ? new Reversibility.None(words) : new Reversibility.Partial(words);
    }

    /** What captures evidence, and what is temporary, is not what the action is about. */
    private static boolean nothingReturns(List<Step> changing) {
        var meant = changing.stream()
                .filter(step -> !step.temporary() && !step.touches().isEmpty())
                .toList();
        return !meant.isEmpty() && meant.stream().allMatch(step -> step.reversibility() instanceof Reversibility.None);
    }

    private static String lost(Step step) {
        return switch (step.reversibility()) {
            case Reversibility.Exact _ -> "";
            case Reversibility.Partial(var lost) -> lost;
            case Reversibility.None(var why) -> why;
        };
    }
}
