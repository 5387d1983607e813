package dev.cordon.playbook;

import dev.cordon.document.Durations;
import dev.cordon.document.Printable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How often an action in force is looked at, and what follows where it is not in force any more. Written {@code 15m} or
 * {@code never}.
 *
 * @param every at least a minute; null for never
 * @param reapply it is applied again where somebody undid it; else that is only said
 */
public record Watch(@Nullable Duration every, boolean reapply) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);

    /** Where nothing is said. */
    public static final Watch DEFAULT = new Watch(Duration.ofMinutes(15), false);

    private static final String NEVER = "never";

    public Watch {
        if (every != null && every.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(
                    Printable.quoted(Durations.write(every)) + " is too often: a minute or more, or " + NEVER);
        }
        if (every == null && reapply) {
            throw new IllegalArgumentException("what is never looked at cannot be applied again");
        }
    }

    /** @throws IllegalArgumentException when it is neither a length of time of a minute or more nor {@code never} */
    static Watch parse(String text) {
        return new Watch(text.equals(NEVER) ? null : Durations.parse(text), false);
    }

    /** The same, and applied again or not. */
    public Watch reapplying(boolean again) {
        return new Watch(every, again);
    }

    @Override
    public String toString() {
        return every == null ? NEVER : Durations.write(every);
    }
}
