package dev.cordon.report;

import dev.cordon.journal.Entry;
import dev.cordon.journal.Journal;
import dev.cordon.journal.RunId;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Verification;
import java.util.List;
import java.util.Optional;

/**
 * All that the journal holds of one run.
 *
 * @param entries in their order
 * @param verification what following their hash chain showed
 */
public record RunRecord(RunState state, List<Entry> entries, Verification verification) {

    public RunRecord {
        entries = List.copyOf(entries);
    }

    /**
     * Empty for a run that is not known.
     *
     * @throws dev.cordon.journal.JournalException where the journal cannot be read
     */
    public static Optional<RunRecord> of(Journal journal, RunId run) {
        var entries = journal.read(run); // before verifying, so that no entry is shown that was not verified
        var verification = journal.verify(run);
        return RunState.fold(entries).map(state -> new RunRecord(state, entries, verification));
    }
}
