package dev.cordon.lab.laws;

import dev.cordon.operation.Operation;
import dev.cordon.plan.Each;
import dev.cordon.plan.Plan;
import dev.cordon.plan.Step;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What kinds of step a plan holds: which operations of which kind a step has, and whether it stands in an each. */
final class StepKinds {

    private StepKinds() {}

    static Set<String> of(Plan plan) {
        var kinds = new TreeSet<String>();
        for (var stage : plan.stages()) {
            for (var part : stage.parts()) {
                var prefix = part instanceof Each ? "each: " : "";
                part.steps().forEach(step -> kinds.add(prefix + kind(step)));
            }
        }
        return kinds;
    }

    static List<Operation> operations(Step step) {
        var check = step.check();
        return Stream.of(
                        step.apply(),
                        step.cancel(),
                        step.undo(),
                        check == null ? null : check.read().operation())
                .filter(Objects::nonNull)
                .toList();
    }

    private static String kind(Step step) {
        return "apply " + kind(step.apply()) + ", undo " + kind(step.undo()) + ", check " + (step.check() != null);
    }

    private static String kind(@Nullable Operation operation) {
        return operation == null ? "none" : operation.getClass().getSimpleName();
    }
}
