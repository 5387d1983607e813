package dev.cordon.journal;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The journal in one SQLite file: one writer, readers beside it. */
final class SqliteJournal implements Journal {

    private final JournalFile file;
    private final JournalReader reader;
    private final @Nullable JournalWriter writer;

    private SqliteJournal(JournalFile file, @Nullable JournalWriter writer) {
        this.file = file;
        this.reader = new JournalReader(file);
        this.writer = writer;
    }

    /** For the process that holds the folder's lock. */
    static SqliteJournal open(JournalFile file, Clock clock) {
        file.createIfAbsent();
        return new SqliteJournal(file, new JournalWriter(new GroupCommit(file), clock));
    }

    static SqliteJournal forReading(JournalFile file) {
        return new SqliteJournal(file, null);
    }

    @Override
    public long append(RunId run, String kind, String body) {
        if (writer == null) {
            throw new JournalException("the journal was opened for reading: nothing was recorded");
        }
        return writer.append(run, kind, body);
    }

    @Override
    public List<Entry> read(RunId run) {
        return reader.read(run);
    }

    @Override
    public List<RunId> runs() {
        return reader.runs();
    }

    /** Of all runs together. */
    long entries() {
        return file.entries();
    }

    @Override
    public Verification verify(RunId run) {
        return reader.verify(run);
    }

    @Override
    public void close() {
        if (writer != null) {
            writer.close();
        }
    }
}
