package dev.cordon.execution;

import dev.cordon.journal.Journal;
import dev.cordon.journal.JournalException;
import dev.cordon.journal.RunId;
import dev.cordon.journal.RunState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is to be done without anybody asking, over all runs.
 *
 * @param interrupted the runs that nobody finished and nobody stopped on purpose, the last first
 * @param due what falls due by itself, the first to fall due first, so what is overdue longest comes first
 * @param unreadable the runs whose record this version cannot read: what of them falls due, nobody knows
 */
public record Agenda(List<RunState> interrupted, List<Due> due, List<Unreadable> unreadable) {

    public Agenda {
        interrupted = List.copyOf(interrupted);
        due = List.copyOf(due);
        unreadable = List.copyOf(unreadable);
    }

    /** A run whose record cannot be read, and why. */
    public record Unreadable(RunId run, String why) {}

    /** Reads only the journal. */
    public static Agenda of(Journal journal) {
        return of(journal, journal.runs());
    }

    /** The same of these runs alone. */
    public static Agenda of(Journal journal, List<RunId> some) {
        var runs = new ArrayList<RunState>();
        var unreadable = new ArrayList<Unreadable>();
        for (var run : some) {
            try {
                RunState.fold(journal.read(run)).ifPresent(runs::add);
            } catch (JournalException e) {
                unreadable.add(new Unreadable(run, String.valueOf(e.getMessage())));
            }
        }
        return new Agenda(interrupted(runs), due(runs), unreadable);
    }

    /** When one run is to be looked at again without being asked: at once where it is interrupted; empty for never. */
    static Optional<Instant> next(RunState run, Instant now) {
        var agenda = new Agenda(interrupted(List.of(run)), due(List.of(run)), List.of());
        return agenda.calls(now) ? Optional.of(now) : agenda.next(now);
    }

    private static List<RunState> interrupted(List<RunState> runs) {
        return runs.stream()
                .filter(run -> !run.closed() && run.stoppedBy().isEmpty())
                .toList();
    }

    private static List<Due> due(List<RunState> runs) {
        return runs.stream()
                .flatMap(run -> Due.of(run).stream())
                .sorted(Comparator.comparing(Due::at))
                .toList();
    }

    /** What of it is to be undone now. */
    public List<Due> dueNow(Instant now) {
        return due.stream().filter(one -> one.isNow(now)).toList();
    }

    /** Something is to be done now. */
    public boolean calls(Instant now) {
        return !interrupted.isEmpty() || !unreadable.isEmpty() || !dueNow(now).isEmpty();
    }

    /** When the next thing falls due that is not due yet; empty where nothing will. */
    public Optional<Instant> next(Instant now) {
        return due.stream().filter(one -> !one.isNow(now)).map(Due::next).min(Comparator.naturalOrder());
    }
}
