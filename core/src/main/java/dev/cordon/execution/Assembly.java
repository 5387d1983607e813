package dev.cordon.execution;

import dev.cordon.execution.Planner.Refusal;
import dev.cordon.execution.Planner.Result;
import dev.cordon.plan.Asset;
import dev.cordon.plan.Plan;
import dev.cordon.plan.PlannedAction;
import dev.cordon.plan.PlannedPlaybook;
import dev.cordon.policy.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts actions that were planned one by one together to a playbook. Pure. */
public final class Assembly {

    private Assembly() {}

    /**
     * The playbook with its actions in an order that {@code after} allows; refused where the guard does not let it pass.
     *
     * @throws IllegalArgumentException where {@code after} leads out of the playbook or in a circle
     */
    public static Result of(PlannedPlaybook playbook, Guard guard) {
        var refusals = refusals(playbook.actions(), guard);
        return refusals.isEmpty()
                ? new Result.Planned(playbook.with(ordered(playbook.actions())))
                : new Result.Refused(refusals);
    }

    /** Also, two actions of one playbook never work on one asset: the second would not find what was approved. */
    static List<Refusal> refusals(List<PlannedAction> planned, Guard guard) {
        var refusals = new ArrayList<>(new Guarding(guard).refusals(planned));
        for (var i = 0; i < planned.size(); i++) {
            for (var before : planned.subList(0, i)) {
                var second = planned.get(i);
                shared(before.plan(), second.plan())
                        .map(asset -> "works on " + asset.inWords() + ", as " + before.id()
                                + " does: put it into a playbook of its own")
                        .ifPresent(why -> refusals.add(new Refusal(second.id(), second.action(), why)));
            }
        }
        return refusals;
    }

    private static Optional<Asset> shared(Plan first, Plan second) {
        return first.touches().stream()
                .filter(asset -> second.touches().stream().anyMatch(asset::same))
                .findFirst();
    }

    private static List<PlannedAction> ordered(List<PlannedAction> planned) {
        var ordered = new ArrayList<PlannedAction>();
        var left = new ArrayList<>(planned);
        while (!left.isEmpty()) {
            var done = ordered.stream().map(PlannedAction::id).toList();
            var next = left.stream()
                    .filter(action -> done.containsAll(action.after()))
                    .findFirst();
            ordered.add(next.orElseThrow(() -> new IllegalArgumentException("'after' goes in a circle")));
            left.remove(ordered.getLast());
        }
        return ordered;
    }
}
