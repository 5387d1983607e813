package dev.cordon.journal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Where one Cordon keeps what must outlive it: journal and plans. */
@SuppressWarnings("DoNotCallSuggester") // until it is written
public final class DataFolder implements AutoCloseable {

    private DataFolder() {}

    /** Opens the folder for the one process that writes, and creates what is missing. */
    public static DataFolder open(Path folder, Clock clock) {
        throw new UnsupportedOperationException("being written");
    }

    /** Opens the folder beside whoever writes; an absent one is an empty one, and nothing is created. */
    public static DataFolder openForReading(Path folder) {
        throw new UnsupportedOperationException("being written");
    }

    public Journal journal() {
        throw new UnsupportedOperationException("being written");
    }

    public Path plans() {
        throw new UnsupportedOperationException("being written");
    }

    /** Keeps a plan under its digest, durably, as {@code plans/<digest>.json}. */
    public void keepPlan(String digest, byte[] canonicalJson) {
        throw new UnsupportedOperationException("being written");
    }

    /** The plan kept under this digest, as it was stored; whether it still has that digest is the caller's to check. */
    public Optional<byte[]> plan(String digest) {
        throw new UnsupportedOperationException("being written");
    }

    @Override
    public void close() {}
}
