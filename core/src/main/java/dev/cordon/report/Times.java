package dev.cordon.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Points in time as they are shown: ISO-8601 in UTC, to the millisecond. */
final class Times {

    private Times() {}

    static String shown(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** Null where there is none, as JSON wants it. */
    static @Nullable String orNull(@Nullable Instant at) {
        return at == null ? null : shown(at);
    }
}
