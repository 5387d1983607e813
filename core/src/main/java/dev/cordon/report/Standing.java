package dev.cordon.report;

import static java.util.Objects.requireNonNullElse;

import dev.cordon.journal.ActionState;
import dev.cordon.journal.At.Spot;
import dev.cordon.journal.Status;
import dev.cordon.plan.Each;
import dev.cordon.plan.Part;
import dev.cordon.plan.PlannedAction;
import dev.cordon.plan.Step;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** What of an action's effect is in force, as far as its journal proves it. */
sealed interface Standing {

    /** Nothing was changed. */
    record Untouched() implements Standing {}

    /** It had been in force before, so nothing was changed. */
    record AlreadyInForce() implements Standing {}

    record UnderWay() implements Standing {}

    /**
     * Applied and verified.
     *
     * @param ends when the platform itself takes it back; empty for never
     */
    record InForce(Instant since, Optional<Instant> ends) implements Standing {}

    /**
     * Applied and verified, and undone since by somebody else, in whole or in part.
     *
     * @param parts how many of its steps are not as they were left
     */
    record Drifted(Instant since, int parts) implements Standing {}

    /** The platform's own timeout has run out. Computed from the journal; nobody has looked. */
    record Released(Instant at) implements Standing {}

    record InPart() implements Standing {}

    /** It failed, and all that it had begun was meant for a time and is over. */
    record TakenBack() implements Standing {}

    record UndoUnfinished() implements Standing {}

    record Undone(Instant at) implements Standing {}

    record Unclear() implements Standing {}

    /**
     * A person said so, and Cordon has not verified it.
     *
     * @param inForce what they said
     * @param sent Cordon had sent something of it before
     */
    record ByHand(Instant at, boolean inForce, boolean sent) implements Standing {}

    static Standing of(PlannedAction action, ActionState state, Instant now) {
        var byHand = state.byHand();
        return byHand == null
                ? proven(action, state, now)
                : new ByHand(byHand.at(), state.status() == Status.COMPLETED, state.mayHaveChanged());
    }

    private static Standing proven(PlannedAction action, ActionState state, Instant now) {
        return switch (state.status()) {
            case PENDING, AWAITING_APPROVAL -> new Untouched();
            case IN_PROGRESS -> state.mayHaveChanged() ? new UnderWay() : new Untouched();
            case COMPLETED -> completed(action, state, now);
            case FAILED -> failed(state);
            case ROLLING_BACK -> new UndoUnfinished();
            case ROLLED_BACK -> state.mayHaveChanged() ? new Undone(ended(state)) : new Untouched();
            case UNCERTAIN -> new Unclear();
        };
    }

    private static Standing failed(ActionState state) {
        if (!state.mayHaveChanged()) {
            return new Untouched();
        }
        return state.undoAskedBy().isEmpty() && !state.mayBeInForce() ? new TakenBack() : new InPart();
    }

    private static Standing completed(PlannedAction action, ActionState state, Instant now) {
        if (action.plan().isEmpty()) {
            return new AlreadyInForce();
        }
        var ends = ends(action, state);
        if (ends.filter(at -> !now.isBefore(at)).isPresent()) {
            return new Released(ends.get());
        }
        var drift = state.drift();
        return drift.since() == null
                ? new InForce(ended(state), ends)
                : new Drifted(drift.since(), drift.gone().size());
    }

    /** The last of the platform's own timeouts, each counted from when its step was answered. */
    private static Optional<Instant> ends(PlannedAction action, ActionState state) {
        return action.plan().parts().stream().flatMap(part -> ends(part, state)).max(Comparator.naturalOrder());
    }

    private static Stream<Instant> ends(Part part, ActionState state) {
        return switch (part) {
            case Step step -> ends(step, new Spot(step.name(), null), state).stream();
            case Each each ->
                state.membersOf(each.name()).keySet().stream()
                        .flatMap(member -> each.steps().stream()
                                .flatMap(step -> ends(step, new Spot(step.name(), member), state).stream()));
        };
    }

    private static Optional<Instant> ends(Step step, Spot spot, ActionState state) {
        var after = step.releasedAfter();
        var since = state.step(spot).apply().since();
        return after == null || since == null ? Optional.empty() : Optional.of(since.plus(after));
    }

    private static Instant ended(ActionState state) {
        return requireNonNullElse(state.ended(), Instant.EPOCH);
    }

    /** For JSON: {@code in_force}, {@code released}, … */
    default String word() {
        return switch (this) {
            case Untouched _ -> "untouched";
            case AlreadyInForce _ -> "already_in_force";
            case UnderWay _ -> "under_way";
            case InForce _ -> "in_force";
            case Drifted _ -> "drifted";
            case Released _ -> "released";
            case InPart _ -> "in_part";
            case TakenBack _ -> "taken_back";
            case UndoUnfinished _ -> "undo_unfinished";
            case Undone _ -> "undone";
            case Unclear _ -> "unclear";
            case ByHand _ -> "by_hand";
        };
    }

    /** For a person, without a full stop. */
    default String inWords() {
        return switch (this) {
            case Untouched _ -> "nothing was changed";
            case AlreadyInForce _ -> "was in force already; nothing was changed";
            case UnderWay _ -> "under way; it may be in force in part";
            case InForce(var since, var ends) ->
                "in force, verified at " + Times.shown(since)
                        + ends.map(at -> "; ends at " + Times.shown(at) + " by the platform's own timeout")
                                .orElse("");
            case Drifted(var since, var parts) ->
                "not as it was left since " + Times.shown(since) + ": somebody or something undid " + parts
                        + (parts == 1 ? " step" : " steps") + " of it";
            case Released(var at) -> "released by the platform itself at " + Times.shown(at);
            case InPart _ -> "may be in force in part";
            case TakenBack _ -> "nothing of it is in force: what it had begun was taken back";
            case UndoUnfinished _ -> "its undo has begun and is not complete";
            case Undone(var at) -> "undone at " + Times.shown(at) + ", and the state is as it was read before";
            case Unclear _ -> "nobody can tell what is in force; a person has to look";
            case ByHand(var at, var inForce, var sent) ->
                (inForce ? "in force" : "not in force") + " by a person's word of " + Times.shown(at)
                        + (inForce ? "; Cordon has not verified it" : "")
                        + (sent ? "; Cordon had sent something of it, which a rollback looks for" : "");
        };
    }

    /** A rollback may have something to do; after a release it removes what the platform leaves behind. */
    default boolean worthUndoing() {
        return switch (this) {
            case Untouched _, AlreadyInForce _, Undone _, TakenBack _ -> false;
            case UnderWay _, InForce _, Drifted _, Released _, InPart _, UndoUnfinished _, Unclear _ -> true;
            case ByHand(var _, var _, var sent) -> sent;
        };
    }
}
