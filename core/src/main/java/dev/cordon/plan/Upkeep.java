package dev.cordon.plan;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What an {@link Each} goes on doing while its action is in force: it finds again, and new members get its steps.
 *
 * @param every how often, a second or more
 * @param follow members that are not found any more are undone
 */
public record Upkeep(Duration every, boolean follow) {

    public Upkeep {
        requireNonNull(every, "every");
        if (every.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("an upkeep needs a second or more between two looks");
        }
    }
}
