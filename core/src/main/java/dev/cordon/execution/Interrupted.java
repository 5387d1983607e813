package dev.cordon.execution;

import dev.cordon.journal.Journal;
import dev.cordon.journal.RunState;
import java.util.List;
import java.util.Optional;

/** Finds the runs that nobody finished and nobody works on. Reads only the journal. */
public final class Interrupted {

    private Interrupted() {}

    /** The last first. */
    public static List<RunState> in(Journal journal) {
        return journal.runs().stream()
                .map(run -> RunState.fold(journal.read(run)))
                .flatMap(Optional::stream)
                .filter(run -> !run.closed() && journal.holder(run.id()).isEmpty())
                .toList();
    }
}
