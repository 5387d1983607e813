package dev.cordon.action;

import dev.cordon.document.Printable;
import java.util.regex.Pattern;

/**
 * What is asked over HTTP: a path, {@code /login}, or one of a certain host, {@code shop.example/login}. In the
 * characters of a URL (RFC 3986 §3.3), so that others are written as {@code %XX}; without scheme and query.
 */
public record Endpoint(String value) {

    private static final Pattern PATH = Pattern.compile("/[\\x21-\\x7e&&[^?#]]*");
    private static final int LONGEST = 2048;

    /** @throws IllegalArgumentException when it is no path, or what stands before it is no host */
    public Endpoint {
        var slash = value.indexOf('/');
        if (slash < 0
                || value.length() > LONGEST
                || !PATH.matcher(value.substring(slash)).matches()
                || value.startsWith("://", slash - 1)) {
            throw new IllegalArgumentException(Printable.quoted(value)
                    + " is no endpoint: one is /login or shop.example/login, without scheme and query, at most "
                    + LONGEST + " characters");
        }
        if (slash > 0) {
            var _ = new Hostname(value.substring(0, slash));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
