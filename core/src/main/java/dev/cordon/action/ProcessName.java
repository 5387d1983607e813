package dev.cordon.action;

import dev.cordon.document.Lines;

/** A process as its host shows it, for example {@code mimikatz.exe}; not a pattern. */
public record ProcessName(String value) {

    /** @throws IllegalArgumentException when it is blank, longer than 255 characters, or holds control characters */
    public ProcessName {
        Lines.checked(value, "process name", 255);
    }

    @Override
    public String toString() {
        return value;
    }
}
