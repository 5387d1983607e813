package dev.cordon.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A run that this process has taken, and how sure it is to have it still. By two clocks: the one that nobody can set does
 * not run while the machine sleeps, the other can be set. Safe for any number of threads.
 */
final class HeldRun {

    /** As long as this after the last beat that was answered, nobody else can have taken it: the rest is the way to the target. */
    private static final Duration SURE = Claims.LEASE.minusMillis(1500);

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final RunId run;
    private final long fence;
    private Beat last; // guarded by this
    private boolean lost; // guarded by this
    private Optional<Instant> next; // guarded by this

    /** A moment by both clocks, from before the database was asked. */
    record Beat(long nanos, long millis) {

        static Beat now() {
            return new Beat(System.nanoTime(), System.currentTimeMillis());
        }

        private boolean isFresh() {
            var now = now();
            return now.nanos - nanos < SURE.toNanos() && Math.abs(now.millis - millis) < SURE.toMillis();
        }
    }

    HeldRun(RunId run, long fence, Beat taken, Instant now) {
        this.run = run;
        this.fence = fence;
        this.last = taken;
        this.next = Optional.of(now);
    }

    RunId run() {
        return run;
    }

    /** What everything that is written to the run carries. */
    long fence() {
        return fence;
    }

    synchronized Optional<Instant> next() {
        return next;
    }

    synchronized void next(Optional<Instant> at) {
        next = at;
    }

    synchronized boolean isLost() {
        return lost;
    }

    synchronized void beaten(Beat beat) {
        last = beat;
        notifyAll();
    }

    synchronized void loses() {
        lost = true;
        notifyAll();
    }

    /** Waits for a beat where the last one is too old. */
    synchronized void demand() throws InterruptedException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (!lost && !last.isFresh()) {
            if (System.nanoTime() - until > 0) {
                throw new JournalException("the store has not answered for " + PATIENCE.toSeconds() + " s, so whether "
                        + run + " is still worked on here is not known: nothing more is sent");
            }
            wait(100);
        }
        if (lost) {
            throw new ClaimLost(run);
        }
    }
}
