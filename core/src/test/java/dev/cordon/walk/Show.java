package dev.cordon.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the vendor shows at a look, and what becomes of what it was told. */
enum Show {
    /** It is queued, and the vendor says so: for {@link QueueVendor#QUEUED_FOR}. */
    PENDING,
    /** The same until the host comes online, which the walk decides. */
    OFFLINE,
    /** It is done and does not show yet: for no longer than the plan's {@code settles}. */
    HIDDEN,
    /** Nothing can be read, for as often as the engine tries. */
    UNKNOWN,
    /** It is done, and shows. */
    CONFIRMED,
    /** The vendor has dropped it; or, once it was done, somebody has taken it away. */
    GONE;

    /** Not done by then. */
    boolean isBefore() {
        return this == PENDING || this == OFFLINE || this == GONE;
    }

    /**
     * Every course of so many looks that a truthful vendor can show.
     *
     * @param lag an effect may show late
     * @param drift what was done may be taken away by somebody
     */
    static List<List<Show>> courses(int looks, boolean lag, boolean drift) {
        if (looks == 0) {
            return List.of(List.of());
        }
        return courses(looks - 1, lag, drift).stream()
                .flatMap(course -> Stream.of(values())
                        .filter(next -> lag || next != HIDDEN)
                        .filter(next -> follows(known(course), next, drift))
                        .map(next -> with(course, next)))
                .toList();
    }

    private static boolean follows(Show last, Show next, boolean drift) {
        return switch (last) {
            case UNKNOWN, PENDING -> true;
            case OFFLINE -> false;
            case HIDDEN, CONFIRMED ->
                Set.of(UNKNOWN, CONFIRMED).contains(next)
                        || (last == HIDDEN && next == HIDDEN)
                        || (drift && last == CONFIRMED && next == GONE);
            case GONE -> next == GONE || next == UNKNOWN;
        };
    }

    /** The last look that showed something. */
    private static Show known(List<Show> course) {
        return course.reversed().stream()
                .filter(show -> show != UNKNOWN)
                .findFirst()
                .orElse(UNKNOWN);
    }

    private static List<Show> with(List<Show> course, Show next) {
        var longer = new ArrayList<>(course);
        longer.add(next);
        return List.copyOf(longer);
    }
}
