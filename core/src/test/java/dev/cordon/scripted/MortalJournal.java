package dev.cordon.scripted;

import dev.cordon.journal.Entry;
import dev.cordon.journal.Journal;
import dev.cordon.journal.JournalException;
import dev.cordon.journal.RunId;
import dev.cordon.journal.Verification;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A journal to which nothing is written any more once its process is dead.
 *
 * @param dead whether it is
 */
public record MortalJournal(Journal journal, BooleanSupplier dead) implements Journal {

    @Override
    public long append(RunId run, String kind, String body) {
        if (dead.getAsBoolean()) {
            throw new JournalException("the process is dead");
        }
        return journal.append(run, kind, body);
    }

    @Override
    public List<Entry> read(RunId run) {
        return journal.read(run);
    }

    @Override
    public List<RunId> runs() {
        return journal.runs();
    }

    @Override
    public Verification verify(RunId run) {
        return journal.verify(run);
    }

    @Override
    public void close() {
        journal.close();
    }
}
