package dev.cordon.walk;

import dev.cordon.action.IncidentId;
import dev.cordon.execution.Candidates;
import dev.cordon.execution.Engine;
import dev.cordon.execution.Planner;
import dev.cordon.execution.Platforms;
import dev.cordon.journal.ActionState;
import dev.cordon.journal.Journal;
import dev.cordon.journal.Phase;
import dev.cordon.journal.RunId;
import dev.cordon.journal.RunState;
import dev.cordon.operation.NoEvidence;
import dev.cordon.plan.Plan;
import dev.cordon.plan.PlannedPlaybook;
import dev.cordon.plan.Step;
import dev.cordon.playbook.FailurePolicy;
import dev.cordon.playbook.Playbook;
import dev.cordon.scripted.MemoryJournal;
import dev.cordon.scripted.Script;
import dev.cordon.scripted.ScriptedType;
import dev.cordon.scripted.Stand;
import dev.cordon.scripted.VendorPlatform;
import dev.cordon.scripted.VirtualPace;
import java.util.List;
import java.util.Random;

/** A vendor, a journal and a clock; on it one process after the other works on one action of one step. */
final class Ground {

    static final String BY = "analyst1";

    final VirtualPace pace = new VirtualPace();
    final QueueVendor vendor = new QueueVendor(pace);
    private final Journal journal = new MemoryJournal(pace.clock());
    private final Script script;

    Ground(Step step) {
        var plan = Plan.of(step);
        script = Script.everything(_ -> plan);
    }

    /** A process to which nothing happens. */
    Life life() {
        return life(Phase.APPLY, CrashPoint.NOWHERE, Reply.OK);
    }

    Life life(Phase phase, CrashPoint crash, Reply first) {
        return new Life(vendor, journal, pace.clock()::instant, phase, crash, first);
    }

    Engine engine(Life life) {
        return new Engine(platforms(life), life, new NoEvidence(), pace, new Random(7), _ -> {});
    }

    PlannedPlaybook plan() {
        var platforms = platforms(life());
        var types = new ScriptedType(platforms.all().getFirst());
        var playbook =
                new Playbook(new IncidentId("INC-1"), "walk", BY, FailurePolicy.STOP, List.of(Stand.action("a")));
        var planned =
                Planner.online(new Candidates(platforms, List.of(types)), pace).plan(playbook);
        return ((Planner.Result.Planned) planned).playbook();
    }

    private Platforms platforms(Life life) {
        return new Platforms(List.of(new VendorPlatform(script, life)));
    }

    RunId run() {
        return journal.runs().getFirst();
    }

    RunState state() {
        return RunState.fold(journal.read(run())).orElseThrow();
    }

    ActionState action() {
        return state().actions().values().iterator().next();
    }

    boolean hasRun() {
        return !journal.runs().isEmpty();
    }
}
