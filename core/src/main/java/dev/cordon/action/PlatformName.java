package dev.cordon.action;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.cordon.document.Printable;
import java.util.regex.Pattern;

/**
 * What the configuration calls a platform, for example {@code corp-ad}: 1 to 64 small letters, digits, {@code -} and
 * {@code _}.
 */
public record PlatformName(@JsonValue String value) implements Comparable<PlatformName> {

    static final Pattern FORM = Pattern.compile("[a-z0-9_-]{1,64}");

    @JsonCreator
    public PlatformName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(Printable.quoted(value)
                    + " is no platform name: 1 to 64 small letters, digits, '-' and '_' make one");
        }
    }

    @Override
    public int compareTo(PlatformName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
