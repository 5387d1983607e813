package dev.cordon.operation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.cordon.document.Printable;

/** What the other side wrote, made harmless: one printable line of at most 500 characters. */
public record VendorText(@JsonValue String value) {

    private static final int MOST = 500;

    @JsonCreator
    public VendorText {
        var line = new StringBuilder();
        value.strip().codePoints().limit(MOST).forEach(c -> line.appendCodePoint(Printable.isVisible(c) ? c : ' '));
        value = line.toString().strip();
    }

    @Override
    public String toString() {
        return value;
    }
}
