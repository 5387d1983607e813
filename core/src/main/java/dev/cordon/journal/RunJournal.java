package dev.cordon.journal;

import dev.cordon.plan.Canonical;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One run in the journal and its state in memory, which moves only when an event is durable.
 *
 * <p>Safe for any number of threads. It is opened under a {@link Claim}, which is given back when it is closed: one process
 * works on a run at a time.
 */
public final class RunJournal implements AutoCloseable {

    private final Journal journal;
    private final Clock clock;
    private final Consumer<Event> listener;
    private final Claim claim;
    private final RunId run;
    private RunState state; // guarded by this
    private long recorded; // the last entry that is in the state; guarded by this
    private boolean gap; // an entry of ours may be missing; guarded by this

    private RunJournal(
            Journal journal, Clock clock, Consumer<Event> listener, Claim claim, RunState state, long recorded) {
        this.journal = journal;
        this.clock = clock;
        this.listener = listener;
        this.claim = claim;
        this.run = state.id();
        this.state = state;
        this.recorded = recorded;
    }

    /** A new run; durable when this returns. */
    public static RunJournal accept(
            Journal journal, Clock clock, Consumer<Event> listener, RunId run, Event.Accepted event) {
        var claim = journal.claim(run);
        try {
            if (journal.append(run, kind(event), Canonical.write(event)) != 1) {
                throw new JournalException("there is a run " + run + " already: try again");
            }
            listener.accept(event);
            return new RunJournal(journal, clock, listener, claim, RunState.accepted(run, event, clock.instant()), 1);
        } catch (RuntimeException | Error e) {
            claim.close();
            throw e;
        }
    }

    /** A run that the journal knows; empty where it does not. */
    public static Optional<RunJournal> open(Journal journal, Clock clock, Consumer<Event> listener, RunId run) {
        return open(journal, run, claim -> {
            var entries = journal.read(run);
            return RunState.fold(entries)
                    .map(state -> new RunJournal(
                            journal,
                            clock,
                            listener,
                            claim,
                            state,
                            entries.getLast().seq()));
        });
    }

    /**
     * As {@link #open}, for whoever acts on what the record says.
     *
     * @throws JournalException where the run's record is not as it was written
     */
    public static Optional<RunJournal> openTrusted(Journal journal, Clock clock, Consumer<Event> listener, RunId run) {
        return open(journal, clock, listener, run).map(opened -> opened.ifTrusted());
    }

    private RunJournal ifTrusted() {
        if (journal.verify(run) instanceof Verification.Broken broken) {
            close();
            throw new JournalException(broken.warning(run));
        }
        return this;
    }

    /** What another process has written is read once the claim is ours. */
    private static Optional<RunJournal> open(
            Journal journal, RunId run, Function<Claim, Optional<RunJournal>> reading) {
        var claim = journal.claim(run);
        try {
            var opened = reading.apply(claim);
            if (opened.isEmpty()) {
                claim.next(Optional.empty());
                claim.close();
            }
            return opened;
        } catch (RuntimeException | Error e) {
            claim.close();
            throw e;
        }
    }

    /** To be asked right before anything is sent: see {@link Claim#demand}. */
    public void demand() throws InterruptedException {
        claim.demand();
    }

    /** When somebody is to look at the run again without being asked; empty for never. */
    public void next(Optional<Instant> at) {
        claim.next(at);
    }

    @Override
    public void close() {
        claim.close();
    }

    public RunId run() {
        return run;
    }

    public synchronized RunState state() {
        return state;
    }

    /**
     * Returns when the event is durable.
     *
     * @throws JournalException where it is not: the caller stops at once, nothing that was not written may be sent
     */
    public void write(Event event) {
        long seq;
        try {
            seq = journal.append(run, kind(event), Canonical.write(event));
        } catch (RuntimeException | Error e) {
            leaveGap();
            throw e;
        }
        record(seq, event);
        listener.accept(event);
    }

    /** In the order of the journal, whichever thread comes first: a fold over it must give the same state. */
    private synchronized void record(long seq, Event event) {
        var interrupted = false;
        while (seq != recorded + 1 && !gap) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true; // another thread is about to record what comes before
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (seq != recorded + 1) {
            throw new JournalException("whether an entry of " + run + " was recorded is not known: resume it");
        }
        state = state.after(event, clock.instant());
        recorded = seq;
        notifyAll();
    }

    private synchronized void leaveGap() {
        gap = true;
        notifyAll();
    }

    private static String kind(Event event) {
        return switch (event) {
            case Event.Accepted _ -> "accepted";
            case Event.Approved _ -> "approved";
            case Event.Rejected _ -> "rejected";
            case Event.BrokeGlass _ -> "broke_glass";
            case Event.Began _ -> "began";
            case Event.Found _ -> "found";
            case Event.Intended _ -> "intended";
            case Event.Answered _ -> "answered";
            case Event.Judged _ -> "judged";
            case Event.Stands _ -> "stands";
            case Event.Undoing _ -> "undoing";
            case Event.Noted _ -> "noted";
            case Event.Extended _ -> "extended";
            case Event.Waits _ -> "waits";
            case Event.Revealed _ -> "revealed";
            case Event.Drifted _ -> "drifted";
            case Event.Reapplying _ -> "reapplying";
            case Event.Restored _ -> "restored";
            case Event.Stopped _ -> "stopped";
            case Event.Closed _ -> "closed";
        };
    }
}
