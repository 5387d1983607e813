package dev.cordon.action;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.cordon.document.Lines;

/** The incident as the ticket system writes it, for example {@code INC-2026-0142}. */
public record IncidentId(@JsonValue String value) {

    /** @throws IllegalArgumentException when it is blank, longer than 128 characters, or holds control characters */
    @JsonCreator
    public IncidentId {
        Lines.checked(value, "incident id", 128);
    }

    @Override
    public String toString() {
        return value;
    }
}
