package dev.cordon.scripted;

import dev.cordon.journal.Entry;
import dev.cordon.journal.Journal;
import dev.cordon.journal.RunId;
import dev.cordon.journal.Verification;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A journal that lives as long as a test does: for tests that make too many runs for a disk. Chains nothing. */
public final class MemoryJournal implements Journal {

    private static final String NO_HASH = "0".repeat(64);

    private final Clock clock;
    private final Map<RunId, List<Entry>> runs = new LinkedHashMap<>();

    public MemoryJournal(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized long append(RunId run, String kind, String body) {
        var entries = runs.computeIfAbsent(run, _ -> new ArrayList<>());
        var seq = entries.size() + 1L;
        entries.add(new Entry(run, seq, clock.instant(), kind, body, NO_HASH));
        return seq;
    }

    @Override
    public synchronized List<Entry> read(RunId run) {
        return List.copyOf(runs.getOrDefault(run, List.of()));
    }

    @Override
    public synchronized List<RunId> runs() {
        return List.copyOf(runs.keySet()).reversed();
    }

    @Override
    public Verification verify(RunId run) {
        return new Verification.Intact(read(run).size(), NO_HASH);
    }

    @Override
    public void close() {}
}
