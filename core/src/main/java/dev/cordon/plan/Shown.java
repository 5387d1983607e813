package dev.cordon.plan;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What changes by itself or is only there to be read: the approver sees it; it equals any other; no digest covers it.
 */
public record Shown<T>(@JsonValue T value) {

    @Override
    public boolean equals(Object other) {
        return other instanceof Shown;
    }

    @Override
    public int hashCode() {
        return 0;
    }
}
