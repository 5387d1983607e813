package dev.cordon.operation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.function.UnaryOperator;

/**
 * Brings bytes of a known hash from a host into the evidence store; goes on where an earlier transfer stopped.
 *
 * <p>The answer is the custody record: {@code {"sha256": "…", "size": n, "source": "…", "what": "…"}}; the journal adds
 * the time. Bytes of another hash are not kept, and refused.
 *
 * @param from the script's operation that prints the bytes to its standard output, from the byte {@code offset} on
 * @param sha256 of all the bytes, in lower-case hex, as the host had it
 * @param what they are, for people: {@code memory of evil, process 4711}
 */
@JsonTypeName("fetch_evidence")
public record FetchEvidence(HostScript from, Value sha256, Value what) implements Operation {

    public FetchEvidence {
        requireNonNull(sha256, "sha256");
        requireNonNull(what, "what");
        if (from.terms().read() || !from.terms().repeatable()) {
            throw new IllegalArgumentException("fetching writes to the evidence store, and may be repeated");
        }
    }

    @Override
    public Terms terms() {
        return from.terms();
    }

    @Override
    public FetchEvidence with(UnaryOperator<Value> promise) {
        return new FetchEvidence(from.with(promise), sha256.with(promise), what.with(promise));
    }
}
