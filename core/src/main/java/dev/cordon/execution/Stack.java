package dev.cordon.execution;

import dev.cordon.action.ActionId;
import dev.cordon.journal.ActionState;
import dev.cordon.journal.Journal;
import dev.cordon.journal.RunId;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import dev.cordon.plan.Asset;
import dev.cordon.plan.Each;
import dev.cordon.plan.PlannedAction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Actions in force on one asset form a stack: only the top is undone. What lies above began later, in the same run or in
 * another; what it found in force already counts, and so does each member that it found late.
 *
 * <p>Reads only the journal: the given run, and every run that began after it.
 */
final class Stack {

    private final Journal journal;

    Stack(Journal journal) {
        this.journal = journal;
    }

    /**
     * In words, what lies above these actions and must be undone first; empty where nothing does.
     *
     * @param actions are undone together, in their order, so they do not lie in each other's way
     */
    Optional<String> above(RunState run, List<PlannedAction> actions) {
        var others = Stream.concat(above(run, idsOf(actions)), laterThan(run.id()));
        return others.flatMap(other -> actions.stream().flatMap(action -> other.liesOn(run, action).stream()))
                .findFirst();
    }

    private static Set<ActionId> idsOf(List<PlannedAction> actions) {
        return actions.stream().map(PlannedAction::id).collect(Collectors.toSet());
    }

    /** Those of the run that are not undone with these. */
    private static Stream<Laid> above(RunState run, Set<ActionId> undone) {
        return laid(run).filter(other -> !undone.contains(other.action().id()));
    }

    private Stream<Laid> laterThan(RunId run) {
        return journal.runs().stream()
                .takeWhile(other -> !other.equals(run))
                .map(other -> RunState.fold(journal.read(other)))
                .flatMap(Optional::stream)
                .flatMap(Stack::laid);
    }

    private static Stream<Laid> laid(RunState run) {
        return run.plan().actions().stream()
                .map(action -> new Laid(run, action))
                .filter(Laid::isInForce);
    }

    /** An action of a run and what it works on. */
    private record Laid(RunState run, PlannedAction action) {

        boolean isInForce() {
            var state = run.action(action.id());
            return !state.byHandAlone() && standsInForce(state);
        }

        private static boolean standsInForce(ActionState state) {
            return state.status() == Status.COMPLETED
                    || (state.status() != Status.ROLLED_BACK && state.mayHaveChanged());
        }

        Optional<String> liesOn(RunState below, PlannedAction lower) {
            var sameRun = run.id().equals(below.id());
            if (sameRun && !beganAfter(lower.id())) {
                return Optional.empty();
            }
            return new Laid(below, lower)
                    .touched()
                    .filter(asset -> touched().anyMatch(asset::same))
                    .findFirst()
                    .map(asset -> action.id() + " of " + run.id() + " lies on top of it, on " + asset.inWords()
                            + "; roll that back first: cordon rollback " + run.id()
                            + (sameRun ? "/" + action.id() : ""));
        }

        private boolean beganAfter(ActionId lower) {
            var begun = run.lastBegunFirst().stream().map(PlannedAction::id).toList();
            return begun.indexOf(action.id()) < begun.indexOf(lower);
        }

        private Stream<Asset> touched() {
            var found = action.plan().eaches().stream().flatMap(this::members);
            return Stream.concat(action.plan().touches().stream(), found);
        }

        private Stream<Asset> members(Each each) {
            return run.action(action.id()).membersOf(each.name()).values().stream()
                    .map(each::asset);
        }
    }
}
