package dev.cordon.document;

/** The least that every piece of text has to be, whatever it names. */
public final class Lines {

    private Lines() {}

    /**
     * The text itself, unchanged, when it is one line of 1 to {@code longest} characters that holds more than blanks,
     * no control characters (NUL, line breaks, escapes), no line separators and no half characters.
     *
     * @param what for the message, without an article: {@code account name}
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static String checked(String text, String what, int longest) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(what + " is empty");
        }
        if (text.codePointCount(0, text.length()) > longest) {
            throw new IllegalArgumentException(
                    Printable.quoted(text) + " is too long: " + what + " has at most " + longest + " characters");
        }
        text.codePoints().filter(Lines::breaksLine).findFirst().ifPresent(point -> {
            throw new IllegalArgumentException("%s holds U+%04X, which no %s has: control characters are refused"
                    .formatted(Printable.quoted(text), point, what));
        });
        return text;
    }

    private static boolean breaksLine(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> false;
        };
    }
}
