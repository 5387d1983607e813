package dev.cordon.journal;

import java.util.List;
import java.util.Optional;

/**
 * The append-only, hash-chained record of everything that runs did.
 *
 * <p>Safe for any number of threads, virtual ones too. Every method throws {@link JournalException} when the
 * database cannot be read or written.
 */
public interface Journal extends AutoCloseable {

    /**
     * Writes one entry at the end of its run and returns its {@code seq} once it is durable (fsync), not before.
     *
     * <p>A thread that is interrupted while it waits still gets its answer, and stays interrupted.
     *
     * @param kind 1 to 64 of {@code [A-Za-z0-9._-]}
     * @param body JSON text, at most 2^26 characters; not looked into
     * @throws JournalException         when it was not recorded, or nobody can say whether it was (the message tells)
     * @throws IllegalArgumentException when {@code kind} or {@code body} can never be recorded
     */
    long append(RunId run, String kind, String body);

    /**
     * Makes this process the only one that writes to the run, until the claim is closed. One that nobody has begun yet can be
     * claimed to begin it.
     *
     * @throws RunInUse where another process works on it, or another thread of this one
     */
    default Claim claim(RunId run) {
        return Claim.OF_FOLDER;
    }

    /** The other process that works on the run now; empty where none does. */
    default Optional<String> holder(RunId run) {
        return Optional.empty();
    }

    /** All entries of the run in their order; none for a run that is not known. Does not verify. */
    List<Entry> read(RunId run);

    /** All runs, the one that began last first. */
    List<RunId> runs();

    /** Follows the run's hash chain from its first entry to its last. */
    Verification verify(RunId run);

    /** Waits until what was handed in is recorded, at most a minute; then {@code append} refuses. */
    @Override
    void close();
}
