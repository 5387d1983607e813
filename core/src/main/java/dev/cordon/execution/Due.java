package dev.cordon.execution;

import static java.util.Objects.requireNonNullElse;

import dev.cordon.action.ActionId;
import dev.cordon.journal.ActionState;
import dev.cordon.journal.Expiry;
import dev.cordon.journal.RunId;
import dev.cordon.journal.RunState;
import dev.cordon.plan.PlannedAction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * When the undo of an action falls due without anybody asking, and what came of it so far. Follows from the journal
 * alone, so a restart changes nothing. Pure.
 *
 * <p>An action falls due its time after it came to rest, or when somebody moved that to. An undo that was begun, by
 * whomever, and was kept is due again a minute after each try, doubled each time up to an hour, and up to a fifth more by
 * chance, so that many do not come back together.
 *
 * @param at when its time is over; where a kept undo was begun without that, when it was last tried
 * @param begun its undo was tried, and kept
 * @param platform the platform itself releases it then, so that there is only to be looked
 * @param why it was kept the last time, or for what it waits; empty where neither
 */
public record Due(RunId run, ActionId action, Instant at, boolean begun, boolean platform, Expiry expiry, String why) {

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int DOUBLED_AT_MOST = 6;

    /** Those of a run that will fall due, or have. */
    public static List<Due> of(RunState run) {
        return run.plan().actions().stream()
                .flatMap(action -> of(run, action).stream())
                .toList();
    }

    /** Empty where nothing of the action falls due by itself. */
    public static Optional<Due> of(RunState run, PlannedAction action) {
        var state = run.action(action.id());
        if (!action.canBeUndone() || state.byHandAlone()) {
            return Optional.empty();
        }
        return switch (state.status()) {
            case COMPLETED -> end(action, state).map(at -> waiting(run, action, at));
            case FAILED, UNCERTAIN ->
                leftInForce(state) ? end(action, state).map(at -> waiting(run, action, at)) : Optional.empty();
            case ROLLING_BACK -> kept(run, action);
            case PENDING, AWAITING_APPROVAL, IN_PROGRESS, ROLLED_BACK -> Optional.empty();
        };
    }

    /** When the time of an action is over that came to rest; empty where it has no end, or has not come to rest. */
    private static Optional<Instant> end(PlannedAction action, ActionState state) {
        var expiry = state.expiry();
        var rested = expiry.rested() == null ? state.ended() : expiry.rested();
        return Optional.ofNullable(expiry.moved())
                .or(() -> Optional.ofNullable(rested)
                        .flatMap(from -> action.lasts().map(from::plus)));
    }

    /** What failed or is uncertain, and nobody has begun to take back, or said that it is not there. */
    private static boolean leftInForce(ActionState state) {
        return state.mayBeInForce() && state.undoAskedBy().isEmpty() && state.byHand() == null;
    }

    private static Due waiting(RunState run, PlannedAction action, Instant at) {
        var expiry = run.action(action.id()).expiry();
        var platform = action.releasedAfter().isPresent();
        return new Due(run.id(), action.id(), at, false, platform, expiry, expiry.waits());
    }

    private static Optional<Due> kept(RunState run, PlannedAction action) {
        var state = run.action(action.id());
        var expiry = state.expiry();
        var why = expiry.waits().isEmpty() ? state.note() : expiry.waits();
        return Optional.ofNullable(expiry.triedAt())
                .map(tried -> new Due(
                        run.id(),
                        action.id(),
                        end(action, state).filter(end -> end.isBefore(tried)).orElse(tried),
                        true,
                        false,
                        expiry,
                        why));
    }

    /** Whether it is to be undone now. A clock that was set back since the last try does not put off the next one. */
    public boolean isNow(Instant now) {
        return !now.isBefore(next()) || (begun && now.isBefore(lastTried()));
    }

    /** When it is to be undone, or tried again. */
    public Instant next() {
        if (expiry.tries() == 0) {
            return at;
        }
        var again = lastTried().plus(pause());
        return begun || again.isAfter(at) ? again : at;
    }

    private Instant lastTried() {
        return requireNonNullElse(expiry.triedAt(), at);
    }

    private Duration pause() {
        var doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(expiry.tries() - 1, DOUBLED_AT_MOST));
        var most = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        return most.plusMillis(chance().nextLong(most.toMillis() / 5));
    }

    /** The same after a restart, and another for each action and each try. */
    private SplittableRandom chance() {
        long seed = expiry.tries();
        for (var name : Stream.of(run.value(), action.value()).toList()) {
            seed = 31 * seed + name.hashCode();
        }
        return new SplittableRandom(seed);
    }
}
