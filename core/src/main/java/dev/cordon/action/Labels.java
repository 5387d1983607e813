package dev.cordon.action;

import dev.cordon.document.Printable;
import java.util.regex.Pattern;

/** The form that host and domain names share (RFC 1123 §2.1, and the underscores that are seen in the wild). */
final class Labels {

    static final Pattern NAME = Pattern.compile(
            "(?=.{1,253}$)[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?(?:\\.[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?)*");

    private Labels() {}

    /** @throws IllegalArgumentException naming the first character that cannot be meant, else the form */
    static String checked(String name, String what) {
        name.codePoints().filter(point -> point > 127).findFirst().ifPresent(point -> {
            throw new IllegalArgumentException("%s is no %s: it holds U+%04X (%s), which may look like another letter"
                    .formatted(Printable.quoted(name), what, point, Character.getName(point)));
        });
        if (name.length() > 253 || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(Printable.quoted(name) + " is no " + what
                    + ": letters, digits, '-' and '_', in parts of at most 63 with dots between, at most 253 in all");
        }
        return name;
    }
}
