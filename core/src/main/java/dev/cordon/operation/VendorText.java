package dev.cordon.operation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What the other side wrote, made harmless: one printable line of at most 500 characters. */
public record VendorText(@JsonValue String value) {

    private static final int MOST = 500;

    @JsonCreator
    public VendorText {
        var line = new StringBuilder();
        value.strip().codePoints().limit(MOST).forEach(c -> line.appendCodePoint(printable(c) ? c : ' '));
        value = line.toString().strip();
    }

    private static boolean printable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    @Override
    public String toString() {
        return value;
    }
}
