package dev.cordon.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Collects problems while something is read, so that all are reported at once. Keeps the first hundred and counts
 * the rest. Mutable; for one reading on one thread.
 */
public final class Problems {

    private static final int MOST = 100;

    private final List<Problem> kept = new ArrayList<>();
    private int count;

    public void add(Place place, String what) {
        add(new Problem(place, what, Optional.empty()));
    }

    /** A name that is not known: suggests the nearest of {@code known}, if any is near. */
    public void unknown(Place place, String what, String name, Collection<String> known) {
        add(new Problem(place, what, Nearest.to(name, known)));
    }

    private void add(Problem problem) {
        count++;
        if (kept.size() < MOST) {
            kept.add(problem);
        }
    }

    public boolean none() {
        return count == 0;
    }

    /** How many there are so far: whoever reads a part can tell whether that part was right. */
    public int count() {
        return count;
    }

    /** In the order of the text. */
    public List<Problem> list() {
        var sorted = new ArrayList<>(kept);
        sorted.sort(Comparator.<Problem>comparingInt(problem -> problem.place().line())
                .thenComparingInt(problem -> problem.place().column()));
        if (count > MOST) {
            var last = sorted.getLast().place();
            sorted.add(new Problem(
                    Place.of(last.source()), "there are " + (count - MOST) + " more problems", Optional.empty()));
        }
        return List.copyOf(sorted);
    }
}
