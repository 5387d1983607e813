package dev.cordon.execution;

import dev.cordon.execution.Rule.Next;
import dev.cordon.execution.Rule.Row;
import dev.cordon.journal.Phase;
import dev.cordon.operation.Answer;
import dev.cordon.plan.Check;
import dev.cordon.plan.Verdict;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at a step until the rule says what follows: something that is not to wait any longer. */
record StepLook(StepPlace place) {

    private static final Duration FIRST_POLL = Duration.ofMillis(50);
    private static final Duration LONGEST_POLL = Duration.ofSeconds(2);
    private static final Duration WATCHED_AT_LEAST = Duration.ofMinutes(1);

    /** What follows from a look, and the look; null where the step has none. */
    record Decision(Next next, Looking.@Nullable Seen seen) {}

    /**
     * @param repeatable the operation of this phase may be sent again
     * @param cancellable there is a {@code cancel} that was not tried yet
     */
    Decision decide(Row row, Phase phase, boolean repeatable, boolean cancellable) throws InterruptedException {
        var check = place.step().check();
        if (check == null) {
            return new Decision(withoutLooking(row, phase, repeatable), null);
        }
        var already = new Time(
                place.age(phase), place.sureAge(phase), Duration.ZERO); // none of what was never sent: runs out too
        var began = elapsed();
        var underWay = Duration.ZERO;
        var unknown = new Backoff();
        var poll = FIRST_POLL;
        while (true) {
            var waited = elapsed().minus(began); // by then what is looked at had this long, however long looking takes
            var seen = once(phase);
            var again = seen.verdict() == Verdict.UNKNOWN ? unknown.next() : Optional.<Duration>empty();
            if (seen.verdict() == Verdict.PENDING) {
                underWay = already.surely().plus(elapsed().minus(began));
            }
            if (again.isEmpty()) {
                var time = already.plus(waited).pendingFor(underWay);
                var next = Rule.next(row, seen.verdict(), circumstances(check, phase, time, repeatable, cancellable));
                if (next != Next.WAIT) {
                    return new Decision(next, seen);
                }
            }
            poll = longer(poll);
            place.work().pace().sleep(again.orElse(poll));
        }
    }

    /** One look. */
    Looking.Seen once(Phase phase) throws InterruptedException {
        var check = place.step().check();
        if (check == null) {
            throw new IllegalStateException("step '" + place.step().name() + "' has no check");
        }
        return place.work().looking().look(check, place.promises(phase, place.attempt(phase)));
    }

    /** What was sent may take effect until patience with it is over, and show that until it has settled. */
    private Rule.Circumstances circumstances(
            Check check, Phase phase, Time time, boolean repeatable, boolean cancellable) {
        var settles = check.settles().plus(place.patience(phase));
        return new Rule.Circumstances(
                time.surely().minus(time.underWay()).compareTo(settles) >= 0,
                time.isOver(check.within()),
                repeatable,
                !check.settles().isZero(),
                cancellable);
    }

    /**
     * How long a step has had. To believe too early that it did not happen would do it twice, or leave it in force; so
     * a clock that somebody may have set is not enough for that.
     *
     * @param byTheClock since it was sent, by whichever process
     * @param surely as much of that as passed while this process worked on the action
     * @param underWay as much of that as it was pending for: only what comes to its end then has its effect, and from
     *     then on that may take to show what it takes
     */
    private record Time(Duration byTheClock, Duration surely, Duration underWay) {

        Time plus(Duration more) {
            return new Time(byTheClock.plus(more), surely.plus(more), underWay);
        }

        Time pendingFor(Duration time) {
            return new Time(byTheClock, surely, time);
        }

        /** What may be pending for days is so while nobody works, too; but it is watched for a while by each process. */
        boolean isOver(Duration within) {
            var atLeast = within.compareTo(WATCHED_AT_LEAST) < 0 ? within : WATCHED_AT_LEAST;
            return byTheClock.compareTo(within) >= 0 && surely.compareTo(atLeast) >= 0;
        }
    }

    private Duration elapsed() {
        return place.work().pace().elapsed();
    }

    private Next withoutLooking(Row row, Phase phase, boolean repeatable) {
        var ok = place.state().of(phase).answer() instanceof Answer.Ok;
        return switch (row) {
            case ANSWERED -> ok ? Next.DONE : Next.FAILED;
            case AFTER_UNDO -> ok ? Next.UNDONE : Next.KEPT;
            case LOST, UNDO_LOST -> repeatable ? Next.SEND_AGAIN : Next.ASK_A_PERSON;
            case BEFORE_UNDO -> Next.UNDO;
        };
    }

    private static Duration longer(Duration poll) {
        var doubled = poll.multipliedBy(2);
        return doubled.compareTo(LONGEST_POLL) > 0 ? LONGEST_POLL : doubled;
    }
}
