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
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is to be done without anybody asking, over all runs.
 *
 * @param interrupted the runs that nobody finished and nobody stopped on purpose, the last first
 * @param due what falls due by itself, the first to fall due first, so what is overdue longest comes first
 * @param vigils what is to be done again and again, when it is next and whether that is now
 * @param unreadable the runs whose record this version cannot read: what of them falls due, nobody knows
 */
public record Agenda(List<RunState> interrupted, List<Due> due, List<NextVigil> vigils, List<Unreadable> unreadable) {

    public Agenda {
        interrupted = List.copyOf(interrupted);
        due = List.copyOf(due);
        vigils = List.copyOf(vigils);
        unreadable = List.copyOf(unreadable);
    }

    /** A run whose record cannot be read, and why. */
    public record Unreadable(RunId run, String why) {}

    /** A vigil and when it is to be kept. */
    public record NextVigil(Vigil vigil, Instant at, LookedAt lookedAt) {

        boolean isNow(Instant now) {
            return lookedAt.isDue(vigil, now);
        }
    }

    /** Without vigils. Reads only the journal. */
    public static Agenda of(Journal journal) {
        return of(journal, journal.runs());
    }

    /** The same of these runs alone. */
    public static Agenda of(Journal journal, List<RunId> some) {
        return of(journal, some, _ -> List.of());
    }

    /**
     * With all. Reads only the journal.
     *
     * @param lookedAt when the vigils were kept by this process
     */
    public static Agenda of(Journal journal, LookedAt lookedAt) {
        return of(journal, journal.runs(), lookedAt);
    }

    /** The same of these runs alone. */
    static Agenda of(Journal journal, List<RunId> some, LookedAt lookedAt) {
        return of(journal, some, runs -> vigils(runs, lookedAt));
    }

    private static Agenda of(Journal journal, List<RunId> some, Function<List<RunState>, List<NextVigil>> vigils) {
        var runs = new ArrayList<RunState>();
        var unreadable = new ArrayList<Unreadable>();
        for (var run : some) {
            try {
                RunState.fold(journal.read(run)).ifPresent(runs::add);
            } catch (JournalException e) {
                unreadable.add(new Unreadable(run, String.valueOf(e.getMessage())));
            }
        }
        return new Agenda(interrupted(runs), due(runs), vigils.apply(runs), unreadable);
    }

    /** When one run is to be looked at again without being asked: at once where it is interrupted; empty for never. */
    static Optional<Instant> next(RunState run, Instant now) {
        var agenda = new Agenda(interrupted(List.of(run)), due(List.of(run)), List.of(), List.of());
        if (agenda.calls(now)) {
            return Optional.of(now);
        }
        var looks = Vigil.of(run).stream().map(vigil -> now.plus(vigil.every()));
        return Stream.concat(agenda.next(now).stream(), looks).min(Comparator.naturalOrder());
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

    private static List<NextVigil> vigils(List<RunState> runs, LookedAt lookedAt) {
        return runs.stream()
                .flatMap(run -> Vigil.of(run).stream())
                .map(vigil -> new NextVigil(vigil, lookedAt.next(vigil), lookedAt))
                .toList();
    }

    /** Those that are to be kept now. */
    List<Vigil> vigilsNow(Instant now) {
        return vigils.stream()
                .filter(next -> next.isNow(now))
                .map(NextVigil::vigil)
                .toList();
    }

    /** What of it is to be undone now. */
    public List<Due> dueNow(Instant now) {
        return due.stream().filter(one -> one.isNow(now)).toList();
    }

    /** Something is to be done now. */
    public boolean calls(Instant now) {
        return !interrupted.isEmpty()
                || !unreadable.isEmpty()
                || !dueNow(now).isEmpty()
                || !vigilsNow(now).isEmpty();
    }

    /** When the next thing falls due that is not due yet; empty where nothing will. */
    public Optional<Instant> next(Instant now) {
        var ends = due.stream().filter(one -> !one.isNow(now)).map(Due::next);
        var looks = vigils.stream().filter(one -> !one.isNow(now)).map(NextVigil::at);
        return Stream.concat(ends, looks).min(Comparator.naturalOrder());
    }
}
