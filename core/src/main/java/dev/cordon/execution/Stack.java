package dev.cordon.execution;

import dev.cordon.action.ActionId;
import dev.cordon.journal.ActionState;
import dev.cordon.journal.Journal;
import dev.cordon.journal.RunId;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import dev.cordon.plan.PlannedAction;
import java.util.List;
import java.util.Optional;

/**
 * Actions in force on one asset form a stack: only the top is undone.
 *
 * <p>Reads only the journal: every run that began after the given one.
 */
final class Stack {

    private final Journal journal;

    Stack(Journal journal) {
        this.journal = journal;
    }

    /** In words, what lies above these actions and must be undone first; empty where nothing does. */
    Optional<String> above(RunState run, List<PlannedAction> actions) {
        for (var later : laterThan(run.id())) {
            for (var other : later.plan().actions()) {
                if (!inForce(later, other.id())) {
                    continue;
                }
                var shared = actions.stream()
                        .flatMap(action -> action.plan().touches().stream())
                        .filter(asset -> other.plan().touches().stream().anyMatch(asset::same))
                        .findFirst();
                if (shared.isPresent()) {
                    return Optional.of(other.id() + " of " + later.id() + " lies on top of it, on "
                            + shared.get().inWords() + "; roll that back first: cordon rollback " + later.id());
                }
            }
        }
        return Optional.empty();
    }

    private List<RunState> laterThan(RunId run) {
        return journal.runs().stream()
                .takeWhile(other -> !other.equals(run))
                .map(other -> RunState.fold(journal.read(other)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static boolean inForce(RunState run, ActionId action) {
        var state = run.action(action);
        return !state.byHandAlone() && standsInForce(state);
    }

    private static boolean standsInForce(ActionState state) {
        return state.status() == Status.COMPLETED || (state.status() != Status.ROLLED_BACK && state.mayHaveChanged());
    }
}
