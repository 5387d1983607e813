package dev.cordon.report;

import dev.cordon.document.Printable;
import java.util.ArrayList;
import java.util.List;

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
        text.append(String.join("\n" + " ".repeat(left), broken(Printable.line(prose), WIDTH - left)));
        return blank();
    }

    /** Between words, in lines of at most {@code width}; a longer word has a line of its own. */
    private static List<String> broken(String prose, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : prose.split(" ", -1)) {
            if (!line.isEmpty() && length(line) + 1 + length(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static int length(CharSequence words) {
        return (int) words.codePoints().count();
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
