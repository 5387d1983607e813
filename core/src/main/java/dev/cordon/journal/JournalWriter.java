package dev.cordon.journal;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeoutException;

/**
 * The one thread that writes the journal, and the queue in front of it. A platform thread, because a call into
 * SQLite holds on to its carrier. Any number of threads may append.
 */
final class JournalWriter implements AutoCloseable {

    private static final int MOST_AT_ONCE = 4096;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Commits commits;
    private final Clock clock;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Waiting end;
    private boolean closed;

    JournalWriter(Commits commits, Clock clock) {
        this.commits = commits;
        this.clock = clock;
        this.end = new Waiting(new RunId("end"), clock.instant(), "end", "", new CompletableFuture<>());
        Thread.ofPlatform().name("cordon-journal").daemon().start(this::work);
    }

    long append(RunId run, String kind, String body) {
        var entry = new Waiting(run, clock.instant(), kind, body, new CompletableFuture<>());
        enqueue(entry);
        return answer(entry);
    }

    /** Lets the thread finish what waits. Throws when it does not within a minute; it may then still be writing. */
    @Override
    public void close() {
        synchronized (this) {
            if (!closed) {
                closed = true;
                queue.add(end);
            }
        }
        try {
            await(end);
        } catch (TimeoutException | ExecutionException e) {
            throw new JournalException(
                    "the journal is still writing after " + PATIENCE.toSeconds()
                            + " s: look at its disk or its database," + " and at the system log",
                    e);
        }
    }

    private synchronized void enqueue(Waiting entry) {
        if (closed) {
            throw new JournalException("the journal is closed: the entry was not recorded");
        }
        queue.add(entry);
    }

    private long answer(Waiting entry) {
        try {
            return await(entry);
        } catch (ExecutionException e) {
            var why = Objects.requireNonNullElse(e.getCause(), e);
            throw new JournalException(String.valueOf(why.getMessage()), why); // with this thread's stack
        } catch (TimeoutException e) {
            throw new JournalException(
                    "the journal was not written for " + PATIENCE.toSeconds()
                            + " s: look at its disk or its database, and at"
                            + " the system log ("
                            + (queue.remove(entry)
                                    ? "the entry was not recorded)"
                                    : "whether the entry was recorded is not known)"),
                    e);
        }
    }

    /** Not cut short by an interrupt: whoever is told to stop must still know what is on record. */
    private static long await(Waiting entry) throws ExecutionException, TimeoutException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        var interrupted = false;
        try {
            while (true) {
                try {
                    return entry.seq().get(until - System.nanoTime(), NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void work() {
        var batch = new ArrayList<Waiting>(MOST_AT_ONCE);
        var more = true;
        while (more) {
            more = take(batch);
            if (!batch.isEmpty()) {
                commits.commit(batch);
                batch.clear();
            }
        }
        commits.close();
        end.seq().complete(0L);
    }

    /** Fills the batch with all that waits; false when the end was among it. */
    private boolean take(List<Waiting> batch) {
        try {
            batch.add(queue.take());
        } catch (InterruptedException e) { // nobody has reason to; the end comes through the queue
            return true;
        }
        queue.drainTo(batch, MOST_AT_ONCE - 1);
        if (batch.getLast().equals(end)) { // and nothing comes after it
            batch.removeLast();
            return false;
        }
        return true;
    }
}
