package dev.cordon.operation;

import java.util.OptionalLong;

/** Where nothing is kept and nothing can be: whoever only reads needs no store. */
public record NoEvidence() implements EvidenceStore {

    @Override
    public OptionalLong kept(String sha256) {
        return OptionalLong.empty();
    }

    @Override
    public Incoming incoming(String sha256) {
        throw new IllegalStateException("no evidence is kept here");
    }
}
