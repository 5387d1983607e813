package dev.cordon.execution;

import dev.cordon.journal.ActionState;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import dev.cordon.plan.PlannedAction;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a run stands as a whole once nothing more happens in it. Pure. */
final class Closing {

    private static final List<Status> GRAVEST_FIRST = List.of(Status.UNCERTAIN, Status.ROLLING_BACK, Status.FAILED);

    private Closing() {}

    /**
     * The gravest of its actions; rolled back where nothing of it is left. What is left beside an action that did not
     * begin, or that the failure policy undid, is not all that was asked for: failed. Where all is done but what is
     * done by hand, the run waits for a person: pending.
     */
    static Status of(RunState run) {
        var statuses = run.actions().values().stream().map(ActionState::status).toList();
        for (var grave : GRAVEST_FIRST) {
            if (statuses.contains(grave)) {
                return grave;
            }
        }
        if (onlyAPersonIsAwaited(run)) {
            return Status.PENDING;
        }
        if (!statuses.isEmpty() && !statuses.contains(Status.COMPLETED)) {
            return Status.ROLLED_BACK;
        }
        return run.actions().values().stream().anyMatch(Closing::wasNotAchieved) ? Status.FAILED : Status.COMPLETED;
    }

    private static boolean onlyAPersonIsAwaited(RunState run) {
        var byHand = run.plan().actions().stream()
                .collect(Collectors.partitioningBy(
                        PlannedAction::byHand,
                        Collectors.mapping(action -> run.action(action.id()).status(), Collectors.toSet())));
        return byHand.getOrDefault(true, Set.of()).contains(Status.PENDING)
                && Set.of(Status.COMPLETED).containsAll(byHand.getOrDefault(false, Set.of()));
    }

    private static boolean wasNotAchieved(ActionState action) {
        return action.status() == Status.PENDING
                || (action.status() != Status.COMPLETED && OnFailure.isPolicy(action.undoAskedBy()));
    }
}
