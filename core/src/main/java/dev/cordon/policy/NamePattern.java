package dev.cordon.policy;

import dev.cordon.document.Lines;
import java.util.List;
import java.util.Locale;

/**
 * A name of something protected; {@code *} stands for any characters, none included. Case does not matter, nor a dot at
 * the end of a host's name.
 */
public record NamePattern(String value) {

    private static final int LONGEST = 256;

    /** @throws IllegalArgumentException where it is empty, longer than 256 characters or holds control characters */
    public NamePattern {
        value = Lines.checked(value, "name", LONGEST);
    }

    /** As a person types it. */
    public static NamePattern parse(String text) {
        return new NamePattern(text);
    }

    /** Any name, of any kind. */
    public boolean matches(String name) {
        return like(value, name);
    }

    /**
     * A host may be known by its short name here and by its full one there, so one without a dot is compared with the
     * first label of the other.
     */
    public boolean matchesHost(String name) {
        if (like(value, name)) {
            return true;
        }
        return isShort(value) != isShort(name) && like(firstLabel(value), firstLabel(name));
    }

    /**
     * An account may be known with its domain, {@code CORP\jane} or {@code jane@corp.example}; a pattern without one
     * means the account in every domain.
     */
    public boolean matchesAccount(String name) {
        return like(value, name) || like(value, withoutDomain(name));
    }

    /** The pieces between the asterisks, one behind the other: no pattern makes this slow. */
    private static boolean like(String pattern, String name) {
        var pieces = List.of(plain(pattern).split("\\*", -1));
        var text = plain(name);
        if (pieces.size() == 1) {
            return text.equals(pieces.getFirst());
        }
        var at = pieces.getFirst().length();
        var end = text.length() - pieces.getLast().length();
        if (at > end || !text.startsWith(pieces.getFirst()) || !text.endsWith(pieces.getLast())) {
            return false;
        }
        for (var piece : pieces.subList(1, pieces.size() - 1)) {
            var found = text.indexOf(piece, at);
            if (found < 0 || found + piece.length() > end) {
                return false;
            }
            at = found + piece.length();
        }
        return true;
    }

    private static String plain(String name) {
        var small = name.toLowerCase(Locale.ROOT);
        return small.endsWith(".") ? small.substring(0, small.length() - 1) : small;
    }

    private static boolean isShort(String name) {
        return plain(name).indexOf('.') < 0;
    }

    private static String firstLabel(String name) {
        var dot = plain(name).indexOf('.');
        return dot < 0 ? plain(name) : plain(name).substring(0, dot);
    }

    private static String withoutDomain(String name) {
        var afterSlash = name.substring(name.lastIndexOf('\\') + 1);
        var at = afterSlash.indexOf('@');
        return at < 0 ? afterSlash : afterSlash.substring(0, at);
    }

    @Override
    public String toString() {
        return value;
    }
}
