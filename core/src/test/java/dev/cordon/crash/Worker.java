package dev.cordon.crash;

import dev.cordon.action.IncidentId;
import dev.cordon.execution.Candidates;
import dev.cordon.execution.Engine;
import dev.cordon.execution.Pace;
import dev.cordon.execution.Planner;
import dev.cordon.execution.Platforms;
import dev.cordon.journal.DataFolder;
import dev.cordon.operation.NoEvidence;
import dev.cordon.plan.PlannedPlaybook;
import dev.cordon.playbook.Playbook;
import dev.cordon.scripted.ScriptedType;
import dev.cordon.scripted.VendorPlatform;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** What one process does with a data folder; the next one goes on from wherever it was killed. */
record Worker(Path data, RandomPlaybook playbook, Line line) {

    private static final String BY = "analyst1";

    /** What a process may be told to do. */
    enum Task {
        /** Applies the playbook, or goes on with the run that somebody began. */
        APPLY,
        /** Takes back all of that run, wherever it stands. */
        ROLL_BACK
    }

    void work(Task task) throws InterruptedException {
        var pace = new DirectedPace(line);
        var platforms = new Platforms(List.of(new VendorPlatform(playbook.script(), new VendorTransport(pace))));
        try (var folder = DataFolder.open(data, pace.clock())) {
            var journal = new WatchedJournal(folder.journal(), pace);
            var engine = new Engine(platforms, journal, new NoEvidence(), pace, new Random(), _ -> {});
            switch (task) {
                case APPLY -> apply(engine, platforms, pace, folder);
                case ROLL_BACK -> rollBack(engine, folder);
            }
        }
    }

    private void apply(Engine engine, Platforms platforms, Pace pace, DataFolder folder) throws InterruptedException {
        if (folder.journal().runs().isEmpty()) {
            engine.apply(plan(platforms, pace), BY);
        }
        for (var run : engine.interrupted()) {
            engine.resume(run.id());
        }
    }

    private static void rollBack(Engine engine, DataFolder folder) throws InterruptedException {
        for (var run : folder.journal().runs()) {
            engine.rollback(run, List.of(), BY);
        }
    }

    private PlannedPlaybook plan(Platforms platforms, Pace pace) {
        var types = List.of(new ScriptedType(platforms.all().getFirst()));
        var wanted = new Playbook(new IncidentId("INC-1"), "random", BY, playbook.policy(), playbook.requests());
        return switch (Planner.online(new Candidates(platforms, List.copyOf(types)), pace)
                .plan(wanted)) {
            case Planner.Result.Planned(var planned) -> planned;
            case Planner.Result.Refused(var refusals) -> throw new IllegalStateException(refusals.toString());
        };
    }
}
