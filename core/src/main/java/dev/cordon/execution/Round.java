package dev.cordon.execution;

import dev.cordon.journal.Journal;
import dev.cordon.journal.RunId;
import dev.cordon.journal.RunInUse;
import dev.cordon.journal.RunState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * One round of the work that nobody asks for: undoes what fell due, what is overdue longest first, goes on with what was
 * interrupted, undoes what fell due in those runs, and looks after what is in force. A run that a person stopped is left to a
 * person, but what of it
 * falls due is undone.
 *
 * <p>Several processes may do so at once: what another one works on is left to it. One run that cannot be worked on does not
 * keep the others from it.
 */
public record Round(Engine engine, Timers timers, Vigils vigils, Platforms platforms, Journal journal, Pace pace) {

    /**
     * What a round came to.
     *
     * @param resumed the interrupted runs that were gone on with, where they stand now
     * @param expired what came of each undo that fell due
     * @param watched what came of each look at what is in force
     * @param left the runs that could not be gone on with, or not even be read
     */
    public record Done(List<RunState> resumed, List<Timers.Result> expired, List<Watched> watched, List<Left> left) {

        public Done {
            resumed = List.copyOf(resumed);
            expired = List.copyOf(expired);
            watched = List.copyOf(watched);
            left = List.copyOf(left);
        }
    }

    /** A run that could not be gone on with. */
    public record Left(RunId run, String why) {}

    /** @throws InterruptedException when asked to stop; what was begun is in the journal */
    public Done work() throws InterruptedException {
        return work(journal.runs());
    }

    /** The same for these runs alone. */
    public Done work(List<RunId> some) throws InterruptedException {
        var agenda = Agenda.of(journal, some);
        var interrupted = agenda.interrupted().stream().map(RunState::id).toList();
        var expired = new ArrayList<>(timers.undo(dueNow(agenda, run -> !interrupted.contains(run))));
        var resumed = new ArrayList<RunState>();
        var left = new ArrayList<Left>();
        agenda.unreadable().forEach(run -> left.add(new Left(run.run(), run.why())));
        for (var run : agenda.interrupted().reversed()) {
            goOn(run, resumed, left);
        }
        expired.addAll(timers.undo(dueNow(Agenda.of(journal, interrupted), _ -> true)));
        return new Done(resumed, expired, vigils.keep(some), left);
    }

    private List<Due> dueNow(Agenda agenda, Predicate<RunId> ofRun) {
        return agenda.dueNow(pace.now()).stream()
                .filter(due -> ofRun.test(due.run()))
                .toList();
    }

    private void goOn(RunState run, List<RunState> resumed, List<Left> left) throws InterruptedException {
        var lacking = platforms.lacking(run.plan().actions());
        if (!lacking.isEmpty()) {
            left.add(
                    new Left(run.id(), "the configuration has no platform " + String.join(", ", lacking) + ": add it"));
            return;
        }
        try {
            engine.resume(run.id()).ifPresent(resumed::add);
        } catch (RunInUse e) {
            // Another process goes on with it.
        } catch (RuntimeException e) {
            left.add(new Left(run.id(), String.valueOf(e.getMessage())));
        }
    }
}
