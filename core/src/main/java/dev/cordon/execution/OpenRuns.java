package dev.cordon.execution;

import dev.cordon.journal.Event;
import dev.cordon.journal.Journal;
import dev.cordon.journal.JournalException;
import dev.cordon.journal.RunId;
import dev.cordon.journal.RunJournal;
import dev.cordon.journal.RunState;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Opens a run for whoever works on it or records something of it, so that nobody else does meanwhile, and gives it back
 * with the time at which somebody is to look at it again.
 *
 * @param listener is told each event once it is durable; must not throw
 */
record OpenRuns(Journal journal, Clock clock, Consumer<Event> listener) {

    private static final Duration CUT_OFF = Duration.ofSeconds(10);

    /** What is done with a run while it is open. */
    interface Use<T, X extends Exception> {
        T of(RunJournal run) throws X;
    }

    /**
     * Empty for a run that is not known.
     *
     * @throws dev.cordon.journal.RunInUse where another process works on it: nothing was done
     * @throws JournalException where the run's record is not as it was written: what it says must not be acted on
     */
    <T, X extends Exception> Optional<T> with(RunId run, Use<T, X> use) throws X {
        var opened = RunJournal.openTrusted(journal, clock, listener, run);
        return opened.isEmpty() ? Optional.empty() : Optional.of(with(opened.get(), use));
    }

    /** Where it stands by the journal, whoever works on it. */
    RunState state(RunId run) {
        return RunState.fold(journal.read(run)).orElseThrow();
    }

    /** The same for one that is open already. */
    <T, X extends Exception> T with(RunJournal opened, Use<T, X> use) throws X {
        try (opened) {
            opened.next(Optional.of(clock.instant().plus(CUT_OFF))); // whoever stopped it may still have to say so
            var result = use.of(opened);
            opened.next(Agenda.next(opened.state(), clock.instant()));
            return result;
        }
    }
}
