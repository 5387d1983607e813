package dev.cordon.execution;

import dev.cordon.execution.Rule.Next;
import dev.cordon.execution.Rule.Row;
import dev.cordon.journal.Phase;
import dev.cordon.operation.Answer;
import dev.cordon.plan.Check;
import dev.cordon.plan.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at a step until the rule says what follows: something that is not to wait any longer. */
record StepLook(StepPlace place) {

    private static final Duration FIRST_POLL = Duration.ofMillis(50);
    private static final Duration LONGEST_POLL = Duration.ofSeconds(2);

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
        var since = place.since(phase); // of what was never sent: from now on, so that its time runs out as well
        var unknown = new Backoff();
        var poll = FIRST_POLL;
        while (true) {
            var seen = once(phase);
            var again = seen.verdict() == Verdict.UNKNOWN ? unknown.next() : Optional.<Duration>empty();
            if (again.isEmpty()) {
                var next = Rule.next(row, seen.verdict(), circumstances(check, phase, since, repeatable, cancellable));
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

    private Rule.Circumstances circumstances(
            Check check, Phase phase, Instant since, boolean repeatable, boolean cancellable) {
        var patience = place.patience(phase);
        var settles = check.settles().compareTo(patience) > 0 ? check.settles() : patience;
        return new Rule.Circumstances(
                place.over(since, settles),
                place.over(since, check.within()),
                repeatable,
                !check.settles().isZero(),
                cancellable);
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
