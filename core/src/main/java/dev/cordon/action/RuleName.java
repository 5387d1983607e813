package dev.cordon.action;

import dev.cordon.document.Lines;

/** The name that a rule gets on the platform that carries it. */
public record RuleName(String value) {

    /** @throws IllegalArgumentException when it is blank, longer than 128 characters, or holds control characters */
    public RuleName {
        Lines.checked(value, "rule name", 128);
    }

    @Override
    public String toString() {
        return value;
    }
}
