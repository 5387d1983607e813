package dev.cordon.journal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * The place of the one worker of a data folder: whoever holds it goes on with what was interrupted and undoes what falls
 * due. It is a lock that the system takes back when the process ends, however it ends, so nobody is told of a worker that
 * was killed. Who holds it writes to the folder only while there is something to do; then it holds that lock too.
 */
public final class WorkerSeat implements AutoCloseable {

    private final FolderLock lock;

    private WorkerSeat(FolderLock lock) {
        this.lock = lock;
    }

    /**
     * Takes it, and makes the folder where there is none; never waits.
     *
     * @throws DataFolderInUse where another process holds it, or in this very moment asks who does
     */
    public static WorkerSeat take(Path path, Clock clock) {
        var folder = path.toAbsolutePath();
        PrivateFolder.prepare(folder);
        return new WorkerSeat(FolderLock.take(folder, FolderLock.WORKER, clock.instant()));
    }

    /** The process that holds it now, as {@code pid 4711, since 2026-…}; empty where there is none. */
    public static Optional<String> holder(Path path) {
        return FolderLock.heldBy(path.toAbsolutePath(), FolderLock.WORKER);
    }

    @Override
    public void close() {
        lock.close();
    }
}
