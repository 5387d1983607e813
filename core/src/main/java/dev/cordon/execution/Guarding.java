package dev.cordon.execution;

import dev.cordon.execution.Planner.Refusal;
import dev.cordon.plan.PlannedAction;
import dev.cordon.policy.Guard;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks the guard about actions that were planned, one by one and all together. */
record Guarding(Guard guard) {

    /** Each action that touches what is protected; those that reach too much together, at the last of them. */
    List<Refusal> refusals(List<PlannedAction> planned) {
        var touching = planned.stream()
                .flatMap(action -> guard.refusal(action.plan().touches()).map(why -> refusal(action, why)).stream());
        return Stream.concat(touching, tooWide(planned).stream()).toList();
    }

    private Optional<Refusal> tooWide(List<PlannedAction> planned) {
        var touched = planned.stream()
                .flatMap(action -> action.plan().touches().stream())
                .toList();
        return guard.tooWide(touched).map(why -> refusal(planned.getLast(), "the playbook " + why));
    }

    private static Refusal refusal(PlannedAction action, String why) {
        return new Refusal(action.id(), action.action(), why);
    }
}
