package dev.cordon.execution;

import dev.cordon.action.Reason;
import dev.cordon.journal.Event;
import dev.cordon.journal.Journal;
import dev.cordon.journal.RunId;
import dev.cordon.journal.RunJournal;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Records what people say of a run that waits for their word. Whoever asked for it is not one of them, two approvals are
 * two people, and after its time the answer is no. The word binds the plan that is in the journal and no other.
 */
public final class Approvals {

    private final OpenRuns runs;
    private final Clock clock;

    /** @param listener is told each event once it is durable; must not throw */
    public Approvals(Journal journal, Clock clock, Consumer<Event> listener) {
        this.runs = new OpenRuns(journal, clock, listener);
        this.clock = clock;
    }

    /** What recording came to. */
    public sealed interface Result {

        /** It is in the journal. */
        record Recorded(RunState run) implements Result {}

        /** The journal has no such run. */
        record Unknown() implements Result {}

        /** Nothing was recorded. */
        record Refused(String why) implements Result {}
    }

    private interface Rule {
        Optional<String> refusal(RunState run);
    }

    /** @throws dev.cordon.journal.JournalException where the run's record is not as it was written */
    public Result approve(RunId run, String by) {
        return record(
                run,
                state -> mayApprove(state, by),
                state -> new Event.Approved(by, state.plan().digest()));
    }

    /** Also whoever asked may take it back. @throws dev.cordon.journal.JournalException as {@link #approve} */
    public Result reject(RunId run, String by, Reason reason) {
        return record(run, Approvals::doesNotWait, _ -> new Event.Rejected(by, reason.value()));
    }

    /**
     * Goes on without the others, because there is no time; marked for review.
     *
     * @throws dev.cordon.journal.JournalException as {@link #approve}
     */
    public Result breakGlass(RunId run, String by, Reason reason) {
        return record(run, this::isInTime, _ -> new Event.BrokeGlass(by, reason.value()));
    }

    private Result record(RunId run, Rule rule, Function<RunState, Event> word) {
        return runs.with(run, opened -> record(opened, rule, word)).orElseGet(Result.Unknown::new);
    }

    private static Result record(RunJournal run, Rule rule, Function<RunState, Event> word) {
        var refusal = rule.refusal(run.state());
        if (refusal.isPresent()) {
            return new Result.Refused(refusal.get());
        }
        run.write(word.apply(run.state()));
        return new Result.Recorded(run.state());
    }

    private Optional<String> mayApprove(RunState run, String by) {
        var late = isInTime(run);
        if (late.isPresent()) {
            return late;
        }
        if (run.by().equalsIgnoreCase(by)) {
            return Optional.of(by + " asked for " + run.id() + ", so somebody else has to approve it");
        }
        return run.consent().hasApproved(by)
                ? Optional.of(by + " has approved " + run.id() + " already; it takes another person")
                : Optional.empty();
    }

    private Optional<String> isInTime(RunState run) {
        var now = clock.instant();
        return doesNotWait(run)
                .or(() -> run.consent().isOver(now)
                        ? Optional.of("the time to approve " + run.id() + " is over: apply it again")
                        : Optional.empty());
    }

    /** Why nobody has to say anything of it; empty where it waits for people. */
    public static Optional<String> doesNotWait(RunState run) {
        return run.status() == Status.AWAITING_APPROVAL
                ? Optional.empty()
                : Optional.of(run.id() + " does not wait for approval: it is "
                        + run.status().word());
    }
}
