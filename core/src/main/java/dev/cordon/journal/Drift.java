package dev.cordon.journal;

import dev.cordon.journal.At.Spot;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the journal proves of an action in force that somebody undid, in whole or in part.
 *
 * @param gone the steps that were found undone since all of it was in force, in that order; empty where it is whole
 * @param since when the first of them was; null where it is whole
 * @param tries how often it was applied again in a row; a day without ends the row
 * @param triedAt the last time; null where it never was
 */
public record Drift(
        Set<Spot> gone,
        @Nullable Instant since,
        int tries,
        @Nullable Instant triedAt) {

    /** After so long without it, applying it again counts from one. */
    public static final Duration ROW = Duration.ofDays(1);

    static final Drift NONE = new Drift(Set.of(), null, 0, null);

    public Drift {
        gone = Collections.unmodifiableSet(new LinkedHashSet<>(gone));
    }

    Drift found(Collection<Spot> lost, Instant at) {
        var all = new LinkedHashSet<>(gone);
        all.addAll(lost);
        return new Drift(all, since == null ? at : since, tries, triedAt);
    }

    Drift reapplying(Instant at) {
        return new Drift(gone, since, triesInRow(at) + 1, at);
    }

    /** How often it was tried, counted at this time. */
    public int triesInRow(Instant at) {
        return triedAt != null && at.isBefore(triedAt.plus(ROW)) ? tries : 0;
    }

    Drift restored() {
        return new Drift(Set.of(), null, tries, triedAt);
    }
}
