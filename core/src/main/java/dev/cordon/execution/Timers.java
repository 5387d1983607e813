package dev.cordon.execution;

import dev.cordon.journal.Event;
import dev.cordon.journal.Journal;
import dev.cordon.journal.RunInUse;
import dev.cordon.journal.RunJournal;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import dev.cordon.plan.PlannedAction;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Undoes what fell due, in the same way as somebody who asks for a rollback: it looks
 * first, reports rather than overwrites, and compares in the end. Where the platform itself has released an effect, the
 * look finds nothing, and nothing is sent for it.
 *
 * <p>What another action lies on waits for that one, and what is uncertain waits for a person. Both are said once, in the
 * journal.
 */
public final class Timers {

    /** Who asks for an undo that fell due, for the journal. */
    public static final String BY = "expiry";

    private final Engine engine;
    private final Platforms platforms;
    private final Journal journal;
    private final Pace pace;
    private final OpenRuns runs;

    /** @param listener is told each event once it is durable; must not throw */
    public Timers(Engine engine, Platforms platforms, Journal journal, Pace pace, Consumer<Event> listener) {
        this.engine = engine;
        this.platforms = platforms;
        this.journal = journal;
        this.pace = pace;
        this.runs = new OpenRuns(journal, pace.clock(), listener);
    }

    /** What came of one undo that fell due. */
    public sealed interface Result {

        Due due();

        record Undone(Due due) implements Result {}

        /** It did not take effect, or nobody could look: it is tried again by itself. */
        record Kept(Due due, String why) implements Result {}

        /** Not tried, because something must come first. */
        record Waits(Due due, String what) implements Result {}

        /** It will not be tried again by itself: a person has to look. */
        record AsksAPerson(Due due, String why) implements Result {}

        /** Not tried here, because another process works on its run now. */
        record Elsewhere(Due due, String who) implements Result {}

        /** Its record cannot be acted on, or there is a defect: nothing is known of it but this. */
        record Broken(Due due, String why) implements Result {}
    }

    /**
     * Undoes these, in this order. What waits is asked again as long as something else was undone, for that may have lain
     * on top of it.
     */
    public List<Result> undo(List<Due> dueNow) throws InterruptedException {
        var results = new LinkedHashMap<Due, Result>();
        var left = dueNow;
        while (!left.isEmpty()) {
            var undone = false;
            for (var due : left) {
                var result = undo(due);
                results.put(due, result);
                undone |= result instanceof Result.Undone;
            }
            left = undone ? waiting(results.values()) : List.of();
        }
        return List.copyOf(results.values());
    }

    private static List<Due> waiting(Collection<Result> results) {
        return results.stream()
                .filter(Result.Waits.class::isInstance)
                .map(Result::due)
                .toList();
    }

    private Result undo(Due due) throws InterruptedException {
        pace.stopIfAsked();
        try {
            return undoTrusted(due);
        } catch (RunInUse e) {
            return new Result.Elsewhere(due, e.holder());
        } catch (RuntimeException e) { // of this one; the others are undone all the same
            return new Result.Broken(due, String.valueOf(e.getMessage()));
        }
    }

    private Result undoTrusted(Due due) throws InterruptedException {
        var by = by(runs.state(due.run()), due);
        var waits = runs.with(due.run(), run -> waits(run, due)).orElseThrow();
        return waits.isPresent() ? waits.get() : result(due, engine.rollback(due.run(), List.of(due.action()), by));
    }

    private Optional<Result> waits(RunJournal run, Due due) {
        return whatComesFirst(run.state(), run.state().plan().action(due.action()))
                .map(what -> waits(run, due, what));
    }

    private Optional<String> whatComesFirst(RunState run, PlannedAction action) {
        if (run.action(action.id()).status() == Status.UNCERTAIN) {
            return Optional.of("nobody can tell what is in force: look, then 'cordon rollback " + run.id() + "/"
                    + action.id() + "', or say with 'cordon note' what you saw");
        }
        var lacking = platforms.lacking(List.of(action));
        return lacking.isEmpty()
                ? new Stack(journal).above(run, List.of(action))
                : Optional.of("the configuration has no platform " + String.join(", ", lacking) + ": add it");
    }

    private static Result waits(RunJournal run, Due due, String what) {
        var known = run.state().action(due.action()).expiry().waits();
        if (!known.equals(what)) {
            run.write(new Event.Waits(due.action(), what));
        }
        return new Result.Waits(due, what);
    }

    /** Whoever asked for an undo that was kept has asked for it still. */
    private static String by(RunState run, Due due) {
        return due.begun() ? run.action(due.action()).undoAskedBy() : BY;
    }

    private static Result result(Due due, Rollback rollback) {
        return switch (rollback) {
            case Rollback.Tried(var run) -> result(due, run);
            case Rollback.Refused(var why) -> new Result.Broken(due, why);
            case Rollback.Unknown _ -> new Result.Broken(due, "the journal does not know " + due.run() + " any more");
        };
    }

    /** When it is tried again. */
    private static Due again(RunState run, Due due) {
        return Due.of(run, run.plan().action(due.action())).orElse(due);
    }

    private static Result result(Due due, RunState run) {
        var state = run.action(due.action());
        return switch (state.status()) {
            case ROLLED_BACK -> new Result.Undone(due);
            case ROLLING_BACK -> new Result.Kept(again(run, due), state.note());
            case PENDING, AWAITING_APPROVAL, IN_PROGRESS, COMPLETED, FAILED, UNCERTAIN ->
                new Result.AsksAPerson(due, state.note());
        };
    }
}
