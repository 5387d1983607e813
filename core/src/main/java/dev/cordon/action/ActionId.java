package dev.cordon.action;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.cordon.document.Printable;
import java.util.regex.Pattern;

/**
 * What a playbook calls one of its actions: 1 to 64 letters, digits, {@code .}, {@code _} and {@code -}, the first a
 * letter or a digit, so that it can be a file name and a word of a command. {@link ActionIds} makes new ones.
 */
public record ActionId(@JsonValue String value) implements Comparable<ActionId> {

    static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    @JsonCreator
    public ActionId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    Printable.quoted(value) + " is no action id: 1 to 64 letters, digits, '.', '_' and '-' make one");
        }
    }

    @Override
    public int compareTo(ActionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
