package dev.cordon.action;

import dev.cordon.document.Printable;
import java.util.Locale;
import java.util.regex.Pattern;

/** The SHA-256 of a file: 64 hex digits, kept in small letters. */
public record Sha256(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /** @throws IllegalArgumentException when it is not 64 hex digits */
    public Sha256 {
        var written = value;
        value = written.toLowerCase(Locale.ROOT);
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(Printable.quoted(written) + " is no SHA-256: 64 hex digits are one");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
