package dev.cordon.journal;

import dev.cordon.journal.Verification.Broken;
import dev.cordon.journal.Verification.Intact;
import org.jspecify.annotations.Nullable;

/** Follows one run's chain, entry by entry in order of their numbers, up to the first that does not fit. */
final class ChainWalk {

    private long entries;
    private String head = ChainLink.START;
    private @Nullable Broken broken;

    void meet(ChainLink link, String hash) {
        if (broken != null) {
            return;
        }
        var expected = entries + 1;
        if (link.seq() > expected) {
            broken = new Broken(expected, "entry " + expected + " was removed");
        } else if (link.seq() < expected) {
            broken = new Broken(link.seq(), "an entry " + link.seq() + " was put in before the first");
        } else if (!link.hashAfter(head).equals(hash)) {
            broken = new Broken(expected, "entry " + expected + " was changed, put in or moved: its hash does not fit");
        } else {
            entries = expected;
            head = hash;
        }
    }

    Verification result() {
        return broken != null ? broken : new Intact(entries, head);
    }
}
