package dev.cordon.cli;

import dev.cordon.action.ActionId;
import dev.cordon.document.Printable;
import dev.cordon.journal.RunState;
import dev.cordon.journal.StepState;
import dev.cordon.plan.Step;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a stopped run holds for a time only: steps that are undone when their action ends, a frozen process say. */
final class Held {

    private Held() {}

    /** One line that names them; empty where there is none. */
    static Optional<String> line(RunState run) {
        var held = run.plan().actions().stream()
                .flatMap(action -> action.plan().steps().stream()
                        .filter(Step::temporary)
                        .flatMap(step -> held(run, action.id(), step)))
                .collect(Collectors.joining(", "));
        return held.isEmpty()
                ? Optional.empty()
                : Optional.of("meant for a time only, and in force until then: " + held);
    }

    private static Stream<String> held(RunState run, ActionId action, Step step) {
        return run.action(action).steps().entrySet().stream()
                .filter(entry -> entry.getKey().step().equals(step.name()))
                .filter(entry -> isInForce(entry.getValue()))
                .map(entry -> Printable.of(action + ": " + entry.getKey()));
    }

    private static boolean isInForce(StepState step) {
        var undo = step.undo().outcome();
        return !step.apply().neverHappened() && (undo == null || !undo.undone());
    }
}
