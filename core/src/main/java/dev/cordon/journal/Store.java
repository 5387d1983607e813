package dev.cordon.journal;

import dev.cordon.operation.EvidenceStore;
import dev.cordon.plan.Digest;
import java.util.Optional;

/**
 * Where Cordon keeps what must outlive it: the journal, the plans that were drawn up, and evidence. Either a
 * {@link DataFolder}, for one writing process at a time, or a {@link SharedStore}, for any number.
 *
 * <p>Safe for any number of threads. Every method throws {@link JournalException} with a line that says what to do.
 */
public sealed interface Store extends AutoCloseable permits DataFolder, SharedStore {

    /** The one journal of this store; closed with it. */
    Journal journal();

    /** Where evidence is kept. */
    EvidenceStore evidence();

    /**
     * Where generated secrets are kept.
     *
     * @param key without which they can be listed only
     */
    SealedFiles sealed(Optional<SealingKey> key);

    /**
     * Keeps a plan, durably and whole or not at all. The same again changes nothing; other bytes under the same
     * digest (what a digest does not cover may differ) replace the earlier ones.
     */
    void keepPlan(Digest digest, byte[] canonicalJson);

    /**
     * The plan kept under this digest, as stored, if any; whether it still has that digest is the caller's to check.
     */
    Optional<byte[]> plan(Digest digest);

    @Override
    void close();
}
