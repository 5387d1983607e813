package dev.cordon.operation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.function.UnaryOperator;

/**
 * Asks Cordon's own evidence store whether it keeps bytes of this hash, whole: {@code {"kept": true, "size": n}}, or
 * {@code {"kept": false}}. The bytes themselves are hashed anew.
 */
@JsonTypeName("evidence_lookup")
public record EvidenceLookup(Terms terms, Value sha256) implements Operation {

    public EvidenceLookup {
        requireNonNull(terms, "terms");
        requireNonNull(sha256, "sha256");
    }

    @Override
    public EvidenceLookup with(UnaryOperator<Value> promise) {
        return new EvidenceLookup(terms, sha256.with(promise));
    }
}
