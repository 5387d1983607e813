package dev.cordon.execution;

import dev.cordon.journal.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Runs parts side by side on virtual threads, so many at a time; a failed one does not stop its siblings. */
final class Together {

    private static final int AT_ONCE = 32;

    private Together() {}

    /** As {@link #all}, but no more than 32 of them at a time. */
    static <T> List<T> run(List<? extends Callable<T>> parts) throws InterruptedException {
        var slots = new Semaphore(AT_ONCE);
        return all(parts.stream().map(part -> inSlot(slots, part)).toList());
    }

    /**
     * What they return, in the same order.
     *
     * @throws Error the first that any of them threw, once all have ended
     * @throws RuntimeException the same, where there was no error
     * @throws InterruptedException once all have ended, where nothing worse was thrown and one of them was asked to stop;
     *     or where the caller is interrupted, as they are then
     */
    static <T> List<T> all(List<? extends Callable<T>> parts) throws InterruptedException {
        if (parts.size() == 1) {
            return List.of(alone(parts.getFirst()));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = parts.stream().map(threads::submit).toList();
            try {
                return results(running);
            } catch (InterruptedException e) {
                threads.shutdownNow(); // close() alone would wait for parts that nobody told to stop
                throw e;
            }
        }
    }

    private static <T> Callable<T> inSlot(Semaphore slots, Callable<T> part) {
        return () -> {
            slots.acquire();
            try {
                return part.call();
            } finally {
                slots.release();
            }
        };
    }

    private static <T> List<T> results(List<Future<T>> running) throws InterruptedException {
        var results = new ArrayList<T>();
        var thrown = new ArrayList<Throwable>();
        for (var one : running) {
            try {
                results.add(one.get());
            } catch (ExecutionException e) {
                thrown.add(Objects.requireNonNullElse(e.getCause(), e));
            }
        }
        throwWorst(thrown);
        return List.copyOf(results);
    }

    private static <T> T alone(Callable<T> part) throws InterruptedException {
        try {
            return part.call();
        } catch (RuntimeException | InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** An error says more than the exceptions that came of it, and those say more than having been asked to stop. */
    private static void throwWorst(List<Throwable> thrown) throws InterruptedException {
        throwFirst(Error.class, thrown);
        throwFirst(RuntimeException.class, thrown);
        throwFirst(InterruptedException.class, thrown);
        if (!thrown.isEmpty()) {
            throw new IllegalStateException(thrown.getFirst());
        }
    }

    private static <E extends Throwable> void throwFirst(Class<E> kind, List<Throwable> thrown) throws E {
        var first = thrown.stream().filter(kind::isInstance).findFirst();
        if (first.isPresent()) {
            throw kind.cast(first.get());
        }
    }

    /** The gravest of them; CONFIRMED for none. */
    static Outcome gravest(List<Outcome> outcomes) {
        var gravest = Outcome.CONFIRMED;
        for (var outcome : outcomes) {
            gravest = weight(outcome) > weight(gravest) ? outcome : gravest;
        }
        return gravest;
    }

    private static int weight(Outcome outcome) {
        return switch (outcome) {
            case CONFIRMED, READY, UNDONE, NOTHING_OF_OURS -> 0;
            case NOT_HAPPENED, FAILED, GONE -> 1;
            case KEPT -> 2;
            case ASKS_A_PERSON -> 3;
        };
    }
}
