package dev.cordon.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the journal proves of an action's end, beside what its plan says of it: whether somebody moved it, and how often
 * its undo was tried in vain.
 *
 * @param rested when the action had come to rest before its undo began; null before that
 * @param moved the end that somebody set; null where the plan's own holds
 * @param waits for what an undo waits that fell due; empty where it waits for nothing
 * @param tries how often its undo was tried, and kept
 * @param triedAt the last time; null where it never was
 */
public record Expiry(
        @Nullable Instant rested,
        @Nullable Instant moved,
        String waits,
        int tries,
        @Nullable Instant triedAt) {

    static final Expiry NONE = new Expiry(null, null, "", 0, null);

    /** What was tried for the former end counts no more. */
    Expiry movedTo(Instant until) {
        return new Expiry(rested, until, "", 0, null);
    }

    Expiry waitsFor(String what) {
        return new Expiry(rested, moved, what, tries, triedAt);
    }

    /** The undo begins, for the first time or again. */
    Expiry begins(@Nullable Instant cameToRest) {
        return new Expiry(rested == null ? cameToRest : rested, moved, "", tries, triedAt);
    }

    Expiry kept(Instant at) {
        return new Expiry(rested, moved, "", tries + 1, at);
    }
}
