package dev.cordon.action;

import dev.cordon.document.Lines;

/** A right as its cloud writes it, for example {@code s3:GetObject} or {@code roles/editor}. */
public record Permission(String value) {

    /** @throws IllegalArgumentException when it is blank, longer than 256 characters, or holds control characters */
    public Permission {
        Lines.checked(value, "permission", 256);
    }

    @Override
    public String toString() {
        return value;
    }
}
