package dev.cordon.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * When this process last kept each {@link Vigil}. Nothing of it is durable: after a restart all are kept once more.
 *
 * <p>Safe for any number of threads.
 */
public final class LookedAt {

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int DOUBLED_AT_MOST = 6;

    private final Instant began;
    private final Map<Vigil, Kept> kept = new HashMap<>(); // guarded by this

    /** @param failed how often in a row it was of no use */
    private record Kept(Instant at, int failed) {}

    /** @param began since when this process remembers */
    public LookedAt(Instant began) {
        this.began = began;
    }

    synchronized void now(Vigil vigil, Instant at, boolean failed) {
        var before = kept.get(vigil);
        kept.put(vigil, new Kept(at, failed ? 1 + (before == null ? 0 : before.failed()) : 0));
    }

    private synchronized int failed(Vigil vigil) {
        var last = kept.get(vigil);
        return last == null ? 0 : last.failed();
    }

    /** Where a clock that was set back would put it off for longer than it ever waits, it is due. */
    boolean isDue(Vigil vigil, Instant now) {
        var next = next(vigil);
        return !now.isBefore(next) || next.isAfter(now.plus(pause(vigil)));
    }

    /** What came to be in force while this process was there has just been looked at: it has its time first. */
    synchronized Instant next(Vigil vigil) {
        var last = kept.get(vigil);
        if (last != null) {
            return last.at().plus(pause(vigil));
        }
        return vigil.since().isBefore(began) ? began : vigil.since().plus(vigil.every());
    }

    /** Doubled for each failure in a row, up to an hour, but never shorter than it is anyway. */
    private Duration pause(Vigil vigil) {
        var doubled = vigil.every().multipliedBy(1L << Math.min(failed(vigil), DOUBLED_AT_MOST));
        var most = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        return most.compareTo(vigil.every()) > 0 ? most : vigil.every();
    }
}
