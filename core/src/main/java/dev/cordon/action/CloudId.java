package dev.cordon.action;

import dev.cordon.document.Lines;

/** Whatever a cloud calls a thing by: an ARN, a resource path, a key id, a principal. */
public record CloudId(String value) {

    /** @throws IllegalArgumentException when it is blank, longer than 2048 characters, or holds control characters */
    public CloudId {
        Lines.checked(value, "id", 2048);
    }

    @Override
    public String toString() {
        return value;
    }
}
