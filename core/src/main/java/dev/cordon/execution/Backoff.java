package dev.cordon.execution;

import dev.cordon.operation.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before the next try: 200 ms, doubled each time, up to a fifth more by chance; six tries in all. */
final class Backoff {

    private static final int TRIES = 6;
    private static final long FIRST_MILLIS = 200;

    private int tried = 1;

    /**
     * How long to wait before the same is sent again; empty where the answer is no reason to, or it was tried enough.
     */
    Optional<Duration> after(Answer answer, Instant now) {
        return switch (answer) {
            case Answer.Unreachable _ -> next();
            case Answer.Throttled(var notBefore) -> next().map(wait -> longer(wait, Duration.between(now, notBefore)));
            default -> Optional.empty();
        };
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Empty when it has been tried often enough. */
    Optional<Duration> next() {
        if (tried >= TRIES) {
            return Optional.empty();
        }
        long millis = FIRST_MILLIS << (tried - 1);
        tried++;
        return Optional.of(
                Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis / 5)));
    }
}
