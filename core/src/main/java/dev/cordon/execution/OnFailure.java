package dev.cordon.execution;

import dev.cordon.action.ActionId;
import dev.cordon.journal.ActionState;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import dev.cordon.plan.PlannedAction;
import dev.cordon.playbook.FailurePolicy;
import java.util.List;
import java.util.function.Predicate;

/**
 * What {@code on_failure} makes of a run that stands here: which action may still begin, and what is undone in the end.
 * Pure, and asked again after a restart, so that an interrupted run goes on the same way.
 *
 * <p>An action that is uncertain counts as failed for those that come after it or have not begun; itself it is never
 * undone by a policy, for a person has to look first.
 */
record OnFailure(RunState run) {

    private static final String BY = "on_failure: ";

    /** Who asks for the undo that the policy wants, for the journal. */
    String by() {
        return BY + policy().word();
    }

    /** Whether this is who asked for an undo that no person asked for. */
    static boolean isPolicy(String by) {
        return by.startsWith(BY);
    }

    /** It has not begun, all that it comes after is completed, and nothing keeps further actions from beginning. */
    boolean mayBegin(PlannedAction action) {
        return !action.byHand()
                && status(action.id()) == Status.PENDING
                && !nothingMoreBegins()
                && action.after().stream().allMatch(first -> status(first) == Status.COMPLETED);
    }

    /** What is to be undone now that nothing is under way any more, the last begun first. */
    List<PlannedAction> toUndo() {
        return switch (policy()) {
            case STOP, CONTINUE -> List.of();
            case ROLLBACK -> lastBegunFirst(OnFailure::failedHalfway);
            case ROLLBACK_ALL ->
                hasFailed()
                        ? lastBegunFirst(state -> state.status() == Status.COMPLETED || failedHalfway(state))
                        : List.of();
        };
    }

    /** Why an action that is pending in the end did not begin. */
    String whyNotBegun(PlannedAction action) {
        if (action.byHand()) {
            return "waits for a person, who does it by hand and says so with 'cordon note'";
        }
        return action.after().stream()
                .filter(first -> status(first) != Status.COMPLETED)
                .findFirst()
                .map(first -> "did not begin: it comes after " + first + ", which "
                        + (status(first) == Status.PENDING ? "did not begin" : "is not completed"))
                .orElse("did not begin: another action was not completed (" + by() + ")");
    }

    private boolean nothingMoreBegins() {
        return run.status() == Status.ROLLING_BACK
                || (policy() != FailurePolicy.CONTINUE
                        && run.actions().values().stream().anyMatch(state -> notWell(state.status())));
    }

    private static boolean notWell(Status status) {
        return switch (status) {
            case FAILED, UNCERTAIN, ROLLING_BACK, ROLLED_BACK -> true;
            case PENDING, AWAITING_APPROVAL, IN_PROGRESS, COMPLETED -> false;
        };
    }

    /** Also where an interrupted process had begun to undo what failed. */
    private boolean hasFailed() {
        return run.actions().values().stream()
                .anyMatch(state -> state.status() == Status.FAILED || isPolicy(state.undoAskedBy()));
    }

    /** What failed before it changed anything is left as it is. */
    private static boolean failedHalfway(ActionState state) {
        return state.status() == Status.FAILED
                && state.mayHaveChanged()
                && state.undoAskedBy().isEmpty();
    }

    private List<PlannedAction> lastBegunFirst(Predicate<ActionState> wanted) {
        return run.lastBegunFirst().stream()
                .filter(action -> wanted.test(run.action(action.id())))
                .toList();
    }

    private Status status(ActionId action) {
        return run.action(action).status();
    }

    private FailurePolicy policy() {
        return run.plan().onFailure();
    }
}
