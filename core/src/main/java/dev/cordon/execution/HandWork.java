package dev.cordon.execution;

import dev.cordon.document.Lines;
import dev.cordon.journal.Event;
import dev.cordon.journal.Journal;
import dev.cordon.journal.RunId;
import dev.cordon.journal.RunJournal;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Records what people did or found by hand. Their word settles where an action stands, also one that is uncertain; what
 * Cordon knows of its own effects stays, so a rollback still looks and takes back what it finds.
 */
public final class HandWork {

    private static final int LONGEST = 1000;

    private final OpenRuns runs;

    /** @param listener is told each event once it is durable; must not throw */
    public HandWork(Journal journal, Clock clock, Consumer<Event> listener) {
        this.runs = new OpenRuns(journal, clock, listener);
    }

    /** What recording came to. */
    public sealed interface Result {

        /** It is in the journal. */
        record Recorded(RunState state) implements Result {}

        /** The journal has no such run, or the run no such action. */
        record Unknown() implements Result {}

        /** Nothing was recorded. */
        record Refused(String why) implements Result {}
    }

    /** @throws dev.cordon.journal.JournalException where the run's record is not as it was written */
    public Result record(RunId run, Event.Noted noted) {
        return runs.with(run, opened -> record(opened, noted)).orElseGet(Result.Unknown::new);
    }

    private static Result record(RunJournal run, Event.Noted noted) {
        if (!run.state().actions().containsKey(noted.action())) {
            return new Result.Unknown();
        }
        var refusal = wrong(noted.text()).or(() -> underWay(run.state(), noted));
        if (refusal.isPresent()) {
            return new Result.Refused(refusal.get());
        }
        var closed = run.state().closed();
        run.write(noted);
        if (closed) {
            run.write(new Event.Closed(Closing.of(run.state())));
        }
        return new Result.Recorded(run.state());
    }

    private static Optional<String> wrong(String text) {
        try {
            var _ = text.isEmpty() ? text : Lines.checked(text, "note", LONGEST);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** What a run is in the middle of is for the run to bring to its end; what failed may be given up. */
    private static Optional<String> underWay(RunState run, Event.Noted noted) {
        if (run.status() == Status.AWAITING_APPROVAL) {
            return Optional.of(run.id() + " waits for approval: 'cordon reject " + run.id() + "' first");
        }
        var midway = switch (run.action(noted.action()).status()) {
            case IN_PROGRESS -> noted.status() == Status.COMPLETED;
            case ROLLING_BACK -> true;
            case PENDING, AWAITING_APPROVAL, COMPLETED, FAILED, ROLLED_BACK, UNCERTAIN -> false;
        };
        return run.closed() || !midway
                ? Optional.empty()
                : Optional.of(noted.action() + " is under way: 'cordon resume " + run.id()
                        + "' goes on with it, 'cordon rollback " + run.id() + "' takes it back; note it then");
    }
}
