package dev.cordon.action;

import dev.cordon.document.Lines;

/** A database exactly as its server writes it; quotes, blanks and case are part of the name. */
public record DatabaseName(String value) {

    /** @throws IllegalArgumentException when it is blank, longer than 128 characters, or holds control characters */
    public DatabaseName {
        Lines.checked(value, "database name", 128);
    }

    @Override
    public String toString() {
        return value;
    }
}
