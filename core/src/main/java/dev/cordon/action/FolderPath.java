package dev.cordon.action;

import dev.cordon.document.Lines;

/** A folder on the machine in question, in that machine's own notation. */
public record FolderPath(String value) {

    /** @throws IllegalArgumentException when it is blank, longer than 1024 characters, or holds control characters */
    public FolderPath {
        Lines.checked(value, "path", 1024);
    }

    @Override
    public String toString() {
        return value;
    }
}
