package dev.cordon.plan;

import tools.jackson.databind.JsonNode;

/**
 * What a connector read before acting: ids, and the state that undo promises to restore. Facts are records.
 *
 * <p>Compared by their canonical JSON without what is {@link Shown}: record equality would tell an int from a long.
 */
public interface Facts {

    /** What must be equal again after undo, and must not have changed between plan and apply. */
    static JsonNode bound(Facts facts) {
        return Canonical.bound(facts);
    }

    /** Everything, with what is only shown. */
    static JsonNode full(Facts facts) {
        return Canonical.tree(facts);
    }
}
