package dev.cordon.cli;

/**
 * The last door before a terminal: nothing that passes it moves the cursor, turns the direction of writing, or hides.
 * Names that an attacker chose stand in plans, answers and reports; whoever made a text should have seen to them, and
 * here it does not depend on that.
 */
final class Harmless {

    private Harmless() {}

    /** Lines of text: control and format characters become {@code ?}, newlines stay. */
    static String text(String text) {
        return replaced(text, point -> point == '\n' ? "\n" : "?");
    }

    /** One line: also newlines become blanks. */
    static String line(String text) {
        return replaced(text, point -> point == '\n' ? " " : "?");
    }

    /** JSON text that means the same: such characters can only stand in its strings, where they are escaped. */
    static String json(String json) {
        return replaced(json, point -> point == '\n' ? "\n" : escaped(point));
    }

    private interface Replacement {
        String of(int point);
    }

    private static String replaced(String text, Replacement replacement) {
        var clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (isHarmful(point)) {
                clean.append(replacement.of(point));
            } else {
                clean.appendCodePoint(point);
            }
        });
        return clean.toString();
    }

    private static boolean isHarmful(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static String escaped(int point) {
        var escaped = new StringBuilder();
        for (var unit : Character.toChars(point)) {
            escaped.append("\\u%04x".formatted((int) unit));
        }
        return escaped.toString();
    }
}
