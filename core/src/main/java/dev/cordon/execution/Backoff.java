package dev.cordon.execution;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before the next try: 200 ms, doubled each time, up to a fifth more by chance; six tries in all. */
final class Backoff {

    private static final int TRIES = 6;
    private static final long FIRST_MILLIS = 200;

    private int tried = 1;

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
