package dev.cordon.demo;

import dev.cordon.action.ActionIds;
import dev.cordon.configuration.ConfigurationReader;
import dev.cordon.connectors.ConnectorRegistry;
import dev.cordon.document.Reading;
import dev.cordon.execution.Candidates;
import dev.cordon.execution.Engine;
import dev.cordon.execution.Pace;
import dev.cordon.execution.Planner;
import dev.cordon.execution.Platforms;
import dev.cordon.execution.Rollback;
import dev.cordon.journal.DataFolder;
import dev.cordon.journal.Event;
import dev.cordon.journal.RunState;
import dev.cordon.plan.PlannedPlaybook;
import dev.cordon.plan.PlatformType;
import dev.cordon.playbook.Playbook;
import dev.cordon.playbook.PlaybookReader;
import dev.cordon.report.PlanText;
import dev.cordon.report.Rendering;
import dev.cordon.report.RunRecord;
import dev.cordon.report.RunReport;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** Cordon itself, as the command line puts it together: configuration, planner, engine and journal. */
final class Workbench implements AutoCloseable {

    private static final String ANALYST = "demo";

    private final Random random = new SecureRandom();
    private final Pace pace = Pace.of(Clock.systemUTC());
    private final List<PlatformType> types = ConnectorRegistry.types(pace.clock());
    private final Platforms platforms;
    private final DataFolder data;
    private final Engine engine;
    private final Rendering rendering;

    Workbench(Path configuration, Path data, Map<String, String> environment, Consumer<Event> listener) {
        this.platforms =
                read(new ConfigurationReader(types).read(configuration)).open(environment);
        this.data = DataFolder.open(data, pace.clock());
        this.engine = new Engine(platforms, this.data.journal(), this.data.evidence(), pace, random, listener);
        this.rendering = new Rendering(platforms, types);
    }

    PlannedPlaybook plan(Path playbook) {
        var read = read(new PlaybookReader(new ActionIds(pace.clock(), random)).read(playbook));
        return plan(read);
    }

    private PlannedPlaybook plan(Playbook playbook) {
        var candidates = new Candidates(platforms, types);
        return switch (Planner.online(candidates, pace).plan(playbook)) {
            case Planner.Result.Planned(var plan) -> plan;
            case Planner.Result.Refused(var refusals) -> throw new IllegalStateException(refusals.toString());
        };
    }

    String text(PlannedPlaybook plan) {
        return new PlanText(rendering).of(plan);
    }

    RunState apply(PlannedPlaybook plan) throws InterruptedException {
        return engine.apply(plan, ANALYST);
    }

    RunState rollback(RunState run) throws InterruptedException {
        return switch (engine.rollback(run.id(), List.of(), ANALYST)) {
            case Rollback.Tried(var state) -> state;
            case Rollback.Refused(var why) -> throw new IllegalStateException(why);
            case Rollback.Unknown() -> throw new IllegalStateException("the run is not known");
        };
    }

    /** Without its last part, which repeats each command in full. */
    String report(RunState run) {
        var record = RunRecord.of(data.journal(), run.id()).orElseThrow();
        var report = new RunReport(rendering).markdown(record, pace.now());
        return report.substring(0, report.indexOf("### Sent")) + "…";
    }

    @Override
    public void close() {
        platforms.close();
        data.close();
    }

    private static <T> T read(Reading<T> reading) {
        return switch (reading) {
            case Reading.Read<T>(var value) -> value;
            case Reading.Wrong<T>(var problems) -> throw new IllegalStateException(problems.toString());
        };
    }
}
