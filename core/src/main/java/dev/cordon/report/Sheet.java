package dev.cordon.report;

import dev.cordon.document.Printable;

/**
 * Text for a terminal of 80 columns, built line by line. What it is given may come from outside: it is made printable.
 * Prose is broken between words; a command is never broken, so that it can be pasted.
 *
 * <p>Mutable; for one thread.
 */
final class Sheet {

    private static final int WIDTH = 80;

    private final StringBuilder text = new StringBuilder();

    Sheet blank() {
        text.append('\n');
        return this;
    }

    /** A paragraph; its later lines stand below its first. */
    Sheet line(int indent, String prose) {
        return labelled(indent, "", prose);
    }

    /** A label, and a paragraph beside it; nothing at all where the paragraph is empty. */
    Sheet labelled(int indent, String label, String prose) {
        if (prose.isEmpty()) {
            return this;
        }
        text.append(" ".repeat(indent)).append(label);
        var left = indent + label.length();
        var column = left;
        for (var word : Printable.line(prose).split(" ", -1)) {
            var length = word.codePointCount(0, word.length());
            if (column > left && column + 1 + length > WIDTH) {
                text.append('\n').append(" ".repeat(left));
                column = left;
            } else if (column > left) {
                text.append(' ');
                column++;
            }
            text.append(word);
            column += length;
        }
        return blank();
    }

    /** A command as it is; its further lines begin at the margin, for blanks before them might not be harmless. */
    Sheet command(int indent, String label, String command) {
        text.append(" ".repeat(indent)).append(label).append(Printable.lines(command));
        return blank();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
