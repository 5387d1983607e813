package dev.cordon.execution;

import dev.cordon.journal.Event;
import dev.cordon.journal.Journal;
import dev.cordon.journal.RunId;
import dev.cordon.journal.RunInUse;
import dev.cordon.journal.RunJournal;
import dev.cordon.journal.RunState;
import dev.cordon.plan.PlannedAction;
import dev.cordon.plan.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Keeps the vigils that are due: says what somebody undid, applies it again where the playbook wants that, and finds new
 * members. The runs side by side, so a platform that is down holds back only those that it belongs to.
 *
 * <p>What falls due to be undone is left alone: it is about to end.
 */
public final class Vigils {

    private final Engine engine;
    private final Platforms platforms;
    private final Journal journal;
    private final Pace pace;
    private final LookedAt lookedAt;
    private final OpenRuns runs;

    /** @param listener is told each event once it is durable; must not throw */
    public Vigils(
            Engine engine,
            Platforms platforms,
            Journal journal,
            Pace pace,
            LookedAt lookedAt,
            Consumer<Event> listener) {
        this.engine = engine;
        this.platforms = platforms;
        this.journal = journal;
        this.pace = pace;
        this.lookedAt = lookedAt;
        this.runs = new OpenRuns(journal, pace.clock(), listener);
    }

    /** What came of each that is due, but for those whose action does not stand any more. */
    public List<Watched> keep() throws InterruptedException {
        return keep(journal.runs());
    }

    /** The same for these runs alone. */
    List<Watched> keep(List<RunId> some) throws InterruptedException {
        var ofRun = Agenda.of(journal, some, lookedAt).vigilsNow(pace.now()).stream()
                .collect(Collectors.groupingBy(Vigil::run));
        var sideBySide = new ArrayList<Callable<List<Watched>>>();
        ofRun.values().forEach(due -> sideBySide.add(() -> keepAll(due)));
        return Together.run(sideBySide).stream().flatMap(List::stream).toList();
    }

    private List<Watched> keepAll(List<Vigil> ofOneRun) throws InterruptedException {
        var results = new ArrayList<Watched>();
        for (var vigil : ofOneRun) {
            pace.stopIfAsked();
            try {
                results.addAll(keep(vigil));
            } catch (RunInUse e) {
                return results; // whoever has the run looks at it
            } catch (RuntimeException e) { // of this one; the others are kept all the same
                lookedAt.now(vigil, pace.now(), true);
                results.add(new Watched.AsksAPerson(vigil.run(), vigil.action(), String.valueOf(e.getMessage())));
            }
        }
        return results;
    }

    private List<Watched> keep(Vigil vigil) throws InterruptedException {
        return runs.with(vigil.run(), run -> keep(vigil, run)).orElseThrow();
    }

    private List<Watched> keep(Vigil vigil, RunJournal run) throws InterruptedException {
        var action = run.state().plan().action(vigil.action());
        if (!stands(run.state(), action, vigil)) {
            return List.of();
        }
        var lacking = platforms.lacking(List.of(action));
        var result = lacking.isEmpty()
                ? keep(vigil, engine.actionRun(run, action))
                : couldNotLook(vigil, "the configuration has no platform " + String.join(", ", lacking));
        var useless = result instanceof Watched.AsksAPerson;
        lookedAt.now(vigil, pace.now(), useless);
        return List.of(result);
    }

    private boolean stands(RunState run, PlannedAction action, Vigil vigil) {
        return Vigil.of(run, action).contains(vigil)
                && Due.of(run, action).filter(due -> due.isNow(pace.now())).isEmpty();
    }

    private Watched keep(Vigil vigil, ActionRun action) throws InterruptedException {
        if (vigil.isLook()) {
            return look(vigil, action);
        }
        var each = action.action().plan().eaches().stream()
                .filter(one -> one.name().equals(vigil.each()))
                .findFirst()
                .orElseThrow();
        return new EachUpkeep(action, each).keepUp();
    }

    private Watched look(Vigil vigil, ActionRun action) throws InterruptedException {
        var again = new Reapplication(action);
        if (again.isUnderWay()) {
            again.goOn();
        }
        var wasWhole = action.state().drift().since() == null;
        var inForce = new InForce(action);
        var looks = inForce.look();
        inForce.record(looks);
        if (action.state().drift().since() != null) {
            return drifted(vigil, action, again, looks);
        }
        var unknown =
                looks.stream().filter(look -> look.verdict() == Verdict.UNKNOWN).toList();
        if (!unknown.isEmpty()) {
            return couldNotLook(vigil, unknown.getFirst().seen().why());
        }
        return wasWhole
                ? new Watched.InForce(vigil.run(), vigil.action())
                : new Watched.Restored(vigil.run(), vigil.action(), false);
    }

    private static Watched drifted(Vigil vigil, ActionRun action, Reapplication again, List<InForce.Look> looks)
            throws InterruptedException {
        var gone = looks.stream()
                .filter(look -> action.state().drift().gone().contains(look.spot()))
                .filter(look -> look.verdict() != Verdict.CONFIRMED)
                .toList();
        var what = gone.stream().map(InForce.Look::inWords).collect(Collectors.joining("; "));
        if (gone.stream().anyMatch(look -> look.verdict() != Verdict.NOT_CONFIRMED)) {
            return new Watched.Drifted(vigil.run(), vigil.action(), what, "it is not clear whether it is gone still");
        }
        var refusal = again.refusal();
        if (refusal.isPresent()) {
            return new Watched.Drifted(vigil.run(), vigil.action(), what, refusal.get());
        }
        again.apply(gone);
        return new InForce(action).sayIfRestored()
                ? new Watched.Restored(vigil.run(), vigil.action(), true)
                : new Watched.Drifted(vigil.run(), vigil.action(), what, "applying it again failed");
    }

    private static Watched couldNotLook(Vigil vigil, String why) {
        return new Watched.CouldNotLook(vigil.run(), vigil.action(), why);
    }
}
