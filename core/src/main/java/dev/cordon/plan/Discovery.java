package dev.cordon.plan;

import java.util.List;

/** What looking for the target came to: exactly one, or a refusal. */
public sealed interface Discovery<F extends Facts> {

    /**
     * Exactly one.
     *
     * @param target the immutable id that the target was resolved to, for people and the report
     */
    record Found<F extends Facts>(F facts, String target) implements Discovery<F> {}

    record NotFound<F extends Facts>(String what) implements Discovery<F> {}

    record Ambiguous<F extends Facts>(String what, List<String> candidates) implements Discovery<F> {
        public Ambiguous {
            candidates = List.copyOf(candidates);
        }
    }

    /** The platform could not be asked, or not in full. */
    record Unreadable<F extends Facts>(String why) implements Discovery<F> {}
}
