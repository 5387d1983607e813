package dev.cordon.document;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes text from outside fit for a message: bounded, on one line, with nothing invisible in it. What cannot be seen
 * (control and format characters, line separators, lone surrogates, private use) is written as {@code \}{@code
 * u{202e}}.
 */
public final class Printable {

    private static final int LONGEST = 80;

    private Printable() {}

    /** The text itself, made visible; after 80 characters {@code …} and its length. */
    public static String of(String text) {
        var shown = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(point -> show(point, shown));
        var length = text.codePointCount(0, text.length());
        if (length > LONGEST) {
            shown.append("… (").append(length).append(" characters)");
        }
        return shown.toString();
    }

    /** As {@link #of} without the bound: all of it, on one line. */
    public static String line(String text) {
        var shown = new StringBuilder();
        text.codePoints().forEach(point -> show(point, shown));
        return shown.toString();
    }

    /** As {@link #line}, but line feeds stay, save one at the end: for a command of several lines. */
    public static String lines(String text) {
        var body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        return Stream.of(body.split("\n", -1)).map(Printable::line).collect(Collectors.joining("\n"));
    }

    /** As {@link #of}, between single quotes. */
    public static String quoted(String text) {
        return "'" + of(text) + "'";
    }

    /** Whether a person who reads it on a terminal or a page sees the character, and nothing else happens. */
    public static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
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

    private static void show(int point, StringBuilder into) {
        if (isVisible(point)) {
            into.appendCodePoint(point);
        } else {
            into.append("\\u{").append(Integer.toHexString(point)).append('}');
        }
    }
}
