package dev.cordon.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a mistyped one was probably meant to be. */
public final class Nearest {

    private static final int LONGEST_NAME = 64;

    private Nearest() {}

    /** The name with the fewest typing slips, at most one for every three letters; a tie goes to the alphabet. */
    public static Optional<String> to(String name, Collection<String> known) {
        if (name.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        var typed = name.strip().toLowerCase(Locale.ROOT).replace('-', '_');
        var allowed = Math.max(1, typed.length() / 3);
        return known.stream()
                .filter(candidate -> slips(typed, candidate) <= allowed)
                .min(Comparator.<String>comparingInt(candidate -> slips(typed, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Letters added, left out, changed, or swapped with their neighbour (optimal string alignment). */
    static int slips(String left, String right) {
        var table = new int[left.length() + 1][right.length() + 1];
        for (var i = 0; i <= left.length(); i++) {
            for (var j = 0; j <= right.length(); j++) {
                table[i][j] = i == 0 || j == 0 ? i + j : fewest(table, left, right, i, j);
            }
        }
        return table[left.length()][right.length()];
    }

    private static int fewest(int[][] table, String left, String right, int i, int j) {
        var changed = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        var best = Math.min(table[i - 1][j - 1] + changed, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
        var swapped = i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        return swapped ? Math.min(best, table[i - 2][j - 2] + 1) : best;
    }
}
