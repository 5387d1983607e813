package dev.cordon.report;

import dev.cordon.document.Printable;
import java.util.regex.Pattern;

/**
 * Puts text from outside into Markdown so that it stays text. It only ever stands in a code span or a fenced block,
 * where neither CommonMark nor GitHub's additions (tables, links without brackets, mentions) read anything into it;
 * the fence around it is longer than any run of backticks inside, and no line of it begins outside a block.
 */
final class Markdown {

    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private Markdown() {}

    /** A code span on one line, CommonMark §6.1; {@code –} for the empty text, which no span can hold. */
    static String code(String text) {
        if (text.isEmpty()) {
            return "–";
        }
        var line = Printable.line(text);
        var fence = "`".repeat(longestRun(line) + 1);
        var pad = line.startsWith("`") || line.endsWith("`") || padded(line) ? " " : "";
        return fence + pad + line + pad + fence;
    }

    /** One blank on each side would be taken for padding. */
    private static boolean padded(String line) {
        return line.startsWith(" ") && line.endsWith(" ") && !line.isBlank();
    }

    /** A fenced block, CommonMark §4.5; ends with a line feed. */
    static String block(String text) {
        var lines = Printable.lines(text);
        var fence = "`".repeat(Math.max(3, longestRun(lines) + 1));
        return fence + "text\n" + lines + "\n" + fence + "\n";
    }

    private static int longestRun(String text) {
        return BACKTICKS
                .matcher(text)
                .results()
                .mapToInt(run -> run.end() - run.start())
                .max()
                .orElse(0);
    }
}
