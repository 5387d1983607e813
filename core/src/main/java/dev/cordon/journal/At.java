package dev.cordon.journal;

import static java.util.Objects.requireNonNull;

import dev.cordon.action.ActionId;
import org.jspecify.annotations.Nullable;

/**
 * The place that an event belongs to.
 *
 * @param member the key of the member, inside an {@code Each}; else null
 * @param attempt 1, 2, …; a new one begins only when the end of the former is known
 */
public record At(ActionId action, String step, @Nullable String member, Phase phase, int attempt) {

    public At {
        requireNonNull(action, "action");
        requireNonNull(step, "step");
        requireNonNull(phase, "phase");
    }

    public Spot spot() {
        return new Spot(step, member);
    }

    /** A step, or a step of one member: where state is kept. */
    public record Spot(String step, @Nullable String member) {

        public At at(ActionId action, Phase phase, int attempt) {
            return new At(action, step, member, phase, attempt);
        }

        @Override
        public String toString() {
            return member == null ? step : step + " [" + member + "]";
        }
    }
}
