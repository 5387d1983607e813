package dev.cordon.action;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.cordon.document.Lines;
import dev.cordon.document.Printable;

/** Why this is done, in a sentence for whoever reads the report. */
public record Reason(@JsonValue String value) {

    /** @throws IllegalArgumentException when it is blank, longer than 1000 characters, or holds control characters */
    @JsonCreator
    public Reason {
        Lines.checked(value, "reason", 1000);
    }

    /** The sentence for an action that was given no reason. */
    static Reason generated(String doing, Object target) {
        return new Reason(doing + " " + Printable.of(target.toString()));
    }

    @Override
    public String toString() {
        return value;
    }
}
