package dev.cordon.report;

import dev.cordon.document.Printable;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of text in columns that are as wide as their widest cell; the last column runs free. Cells may come from
 * outside: they are made printable.
 *
 * <p>Mutable; for one thread.
 */
public final class TextTable {

    private final List<List<String>> rows = new ArrayList<>();

    /** One more row; a cell that could be long is bounded by whoever hands it in. */
    public TextTable row(String... cells) {
        rows.add(List.of(cells).stream().map(Printable::line).toList());
        return this;
    }

    /** One line a row, each ended by a line feed; two blanks between columns. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        for (var row : rows) {
            text.append(line(row).stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private String line(List<String> row) {
        var line = new StringBuilder();
        for (var column = 0; column < row.size() - 1; column++) {
            line.append(padded(row.get(column), width(column))).append("  ");
        }
        return line.append(row.getLast()).toString();
    }

    private int width(int column) {
        return rows.stream()
                .filter(row -> column < row.size() - 1)
                .mapToInt(row -> length(row.get(column)))
                .max()
                .orElse(0);
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(width - length(cell));
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
