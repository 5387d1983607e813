package dev.cordon.document;

/**
 * Turns columns that count Java's {@code char}s into columns that count characters, as the reader of YAML does: one
 * beyond U+FFFF is two chars. Asked from the start of a text to its end, so that it is walked through once.
 */
final class Columns {

    private final String text;
    private int lineStart;
    private int walked;
    private int pairs;

    Columns(String text) {
        this.text = text;
    }

    /**
     * @param offset where in the text, in chars, from 0
     * @param column where in its line, in chars, from 1
     */
    int column(int offset, int column) {
        var start = offset - (column - 1);
        if (start > lineStart) {
            lineStart = start;
            walked = start;
            pairs = 0;
        }
        for (; walked < offset; walked++) {
            pairs += Character.isLowSurrogate(text.charAt(walked)) ? 1 : 0;
        }
        return column - pairs;
    }
}
