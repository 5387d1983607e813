package dev.cordon.execution;

import dev.cordon.action.ActionId;
import dev.cordon.action.Reason;
import dev.cordon.journal.Event;
import dev.cordon.journal.Journal;
import dev.cordon.journal.RunId;
import dev.cordon.journal.RunJournal;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import dev.cordon.plan.PlannedAction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Moves the end of an action that is in force, with a reason, in the journal. Sends nothing. */
public final class Extension {

    private final OpenRuns runs;
    private final Clock clock;

    /** @param listener is told each event once it is durable; must not throw */
    public Extension(Journal journal, Clock clock, Consumer<Event> listener) {
        this.runs = new OpenRuns(journal, clock, listener);
        this.clock = clock;
    }

    /** To when an end is moved. */
    public sealed interface To {

        /** So much later than it is now. */
        record Later(Duration by) implements To {}

        record At(Instant time) implements To {}
    }

    /** What moving came to. */
    public sealed interface Result {

        record Moved(RunState state, Instant until) implements Result {}

        /** The journal has no such run, or the run no such action. */
        record Unknown() implements Result {}

        /** Nothing was changed. */
        record Refused(String why) implements Result {}
    }

    /**
     * @param by who wants it
     * @throws dev.cordon.journal.JournalException where the run's record is not as it was written
     */
    public Result move(RunId run, ActionId action, To to, String by, Reason reason) {
        return runs.with(
                        run,
                        opened -> opened.state().actions().containsKey(action)
                                ? move(opened, opened.state().plan().action(action), to, by, reason)
                                : new Result.Unknown())
                .orElseGet(Result.Unknown::new);
    }

    private Result move(RunJournal run, PlannedAction action, To to, String by, Reason reason) {
        var refusal = refusal(action, run.state().action(action.id()).status());
        if (refusal.isPresent()) {
            return new Result.Refused(refusal.get());
        }
        var until = until(run.state(), action, to);
        if (until.isEmpty()) {
            return new Result.Refused(
                    "it has no end yet that could be moved by a time: say when it ends, with --until");
        }
        if (!until.get().isAfter(clock.instant())) {
            return new Result.Refused(
                    "that is over already; 'cordon rollback " + run.run() + "/" + action.id() + "' undoes it now");
        }
        run.write(new Event.Extended(action.id(), until.get(), by, reason.value()));
        return new Result.Moved(run.state(), until.get());
    }

    private static Optional<String> refusal(PlannedAction action, Status status) {
        if (status != Status.COMPLETED && status != Status.UNCERTAIN && status != Status.FAILED) {
            return Optional.of(
                    action.id() + " is " + status.word() + ": only what is in force has an end that can be" + " moved");
        }
        if (!action.canBeUndone()) {
            return Optional.of("it cannot be undone, so it has no end");
        }
        return action.releasedAfter().isPresent()
                ? Optional.of(
                        "'" + action.on() + "' itself ends it, by a timeout that cannot be changed any more: roll it"
                                + " back and apply it again for longer")
                : Optional.empty();
    }

    private static Optional<Instant> until(RunState run, PlannedAction action, To to) {
        return switch (to) {
            case To.At(var time) -> Optional.of(time);
            case To.Later(var by) -> Due.of(run, action).map(due -> due.at().plus(by));
        };
    }
}
