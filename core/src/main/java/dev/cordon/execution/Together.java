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

    /**
     * Their outcomes in the same order.
     *
     * @throws RuntimeException the first that any of them threw, once all have ended
     * @throws InterruptedException once all have been interrupted and have ended
     */
    static List<Outcome> run(List<? extends Callable<Outcome>> parts) throws InterruptedException {
        if (parts.size() == 1) {
            return List.of(alone(parts.getFirst()));
        }
        var slots = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = parts.stream()
                    .map(part -> threads.submit(() -> {
                        slots.acquire();
                        try {
                            return part.call();
                        } finally {
                            slots.release();
                        }
                    }))
                    .toList();
            try {
                return outcomes(running);
            } catch (InterruptedException e) {
                threads.shutdownNow(); // close() alone would wait for parts that nobody told to stop
                throw e;
            }
        }
    }

    private static List<Outcome> outcomes(List<Future<Outcome>> running) throws InterruptedException {
        var outcomes = new ArrayList<Outcome>();
        RuntimeException thrown = null;
        for (var one : running) {
            try {
                outcomes.add(one.get());
            } catch (ExecutionException e) {
                thrown = thrown == null ? unchecked(Objects.requireNonNullElse(e.getCause(), e)) : thrown;
            }
        }
        if (thrown != null) {
            throw thrown;
        }
        return List.copyOf(outcomes);
    }

    private static Outcome alone(Callable<Outcome> part) throws InterruptedException {
        try {
            return part.call();
        } catch (RuntimeException | InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw unchecked(e);
        }
    }

    private static RuntimeException unchecked(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
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
            case NOT_HAPPENED, FAILED -> 1;
            case KEPT -> 2;
            case ASKS_A_PERSON -> 3;
        };
    }
}
