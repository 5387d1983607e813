package dev.cordon.journal;

import dev.cordon.operation.EvidenceStore;
import dev.cordon.plan.Digest;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where one Cordon keeps what must outlive it, readable by its owner only:
 *
 * <pre>
 * cordon.lock         held by the process that writes
 * worker.lock         held by the worker, see {@link WorkerSeat}
 * cordon.db           the journal, with its -wal and -shm
 * plans/DIGEST.json   the plans that were drawn up
 * sealed/HASH         the passwords that were made, sealed, until a person has seen them
 * evidence/SHA256     what was captured, under its hash; while it comes in, SHA256.part
 * tmp/                emptied when a writing process starts
 * </pre>
 *
 * <p>One process writes, any number read beside it. Every method throws {@link JournalException} with a line that
 * says what to do: no space, no permission, a damaged file, a network file system.
 */
public final class DataFolder implements Store {

    private final SqliteJournal journal;
    private final Path folder;
    private final PlanFiles plans;
    private final EvidenceStore evidence;
    private final @Nullable FolderLock lock;
    private final boolean keepsPlans;

    private DataFolder(Path folder, SqliteJournal journal, @Nullable FolderLock lock, boolean keepsPlans) {
        this.journal = journal;
        this.folder = folder;
        this.plans = new PlanFiles(folder.resolve("plans"), folder.resolve("tmp"));
        this.evidence = new EvidenceFiles(folder.resolve("evidence"));
        this.lock = lock;
        this.keepsPlans = keepsPlans;
    }

    /**
     * Opens the folder for the one process that writes, and creates what is missing, except for the folder's parent.
     *
     * @throws DataFolderInUse when another process has it open so, or this one
     */
    public static DataFolder open(Path path, Clock clock) {
        var folder = path.toAbsolutePath();
        PrivateFolder.prepare(folder);
        var lock = FolderLock.take(folder, FolderLock.WRITER, clock.instant());
        try {
            PrivateFolder.inside(folder, "plans");
            PrivateFolder.inside(folder, "evidence");
            PrivateFolder.inside(folder, "sealed");
            var tmp = PrivateFolder.inside(folder, "tmp");
            PrivateFolder.empty(tmp);
            NativeLibrary.load(tmp);
            return new DataFolder(folder, SqliteJournal.open(new JournalFile(folder), clock), lock, true);
        } catch (RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    /** Opens the folder beside whoever writes; an absent one is an empty one, and nothing is created. */
    public static DataFolder openForReading(Path path) {
        var folder = path.toAbsolutePath();
        PrivateFolder.check(folder);
        return new DataFolder(folder, SqliteJournal.forReading(new JournalFile(folder)), null, false);
    }

    /** Opens the folder to keep plans in it and to read, beside whoever writes the journal; creates what that needs. */
    public static DataFolder openForPlans(Path path) {
        var folder = path.toAbsolutePath();
        PrivateFolder.prepare(folder);
        PrivateFolder.inside(folder, "plans");
        PrivateFolder.inside(folder, "tmp");
        return new DataFolder(folder, SqliteJournal.forReading(new JournalFile(folder)), null, true);
    }

    /** The process that writes to this folder now, as {@code pid 4711, since 2026-…}; empty where there is none. */
    public static Optional<String> writer(Path path) {
        return FolderLock.holder(path.toAbsolutePath());
    }

    @Override
    public Journal journal() {
        return journal;
    }

    /** How many entries the journal holds; it was not written to as long as that stays the same. */
    public long entries() {
        return journal.entries();
    }

    /** Only the process that writes to the folder takes any in. */
    @Override
    public EvidenceStore evidence() {
        return evidence;
    }

    /**
     * Where generated secrets are kept. Only the process that writes to the folder makes or reveals any.
     *
     * @param key without which they can be listed only
     */
    @Override
    public SealedFiles sealed(Optional<SealingKey> key) {
        return new SealedFiles(folder.resolve("sealed"), folder.resolve("tmp"), key);
    }

    /** Where plans are kept; need not be there in a folder opened for reading. */
    public Path plans() {
        return plans.folder();
    }

    @Override
    public void keepPlan(Digest digest, byte[] canonicalJson) {
        if (!keepsPlans) {
            throw new JournalException("the data folder was opened for reading: the plan was not kept");
        }
        plans.keep(digest, canonicalJson);
    }

    @Override
    public Optional<byte[]> plan(Digest digest) {
        return plans.read(digest);
    }

    /** Closes the journal, then lets the next process in; not if the journal may still be writing, which it throws. */
    @Override
    public void close() {
        journal.close();
        if (lock != null) {
            lock.close();
        }
    }
}
