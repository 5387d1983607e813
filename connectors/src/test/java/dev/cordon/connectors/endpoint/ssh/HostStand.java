package dev.cordon.connectors.endpoint.ssh;

import dev.cordon.action.ActionId;
import dev.cordon.action.ContainmentRequest;
import dev.cordon.action.IncidentId;
import dev.cordon.action.PlatformName;
import dev.cordon.action.Reason;
import dev.cordon.document.Documents;
import dev.cordon.document.Place;
import dev.cordon.document.Reading;
import dev.cordon.document.Values;
import dev.cordon.execution.Candidates;
import dev.cordon.execution.Engine;
import dev.cordon.execution.Pace;
import dev.cordon.execution.Planner;
import dev.cordon.execution.Platforms;
import dev.cordon.execution.Rollback;
import dev.cordon.journal.DataFolder;
import dev.cordon.journal.Event;
import dev.cordon.journal.RunState;
import dev.cordon.operation.EvidenceStore;
import dev.cordon.plan.Plan;
import dev.cordon.plan.PlannedPlaybook;
import dev.cordon.plan.Platform;
import dev.cordon.playbook.Conditions;
import dev.cordon.playbook.FailurePolicy;
import dev.cordon.playbook.Playbook;
import dev.cordon.playbook.PlaybookAction;
import dev.cordon.report.ContainmentAction;
import dev.cordon.report.ContainmentActions;
import dev.cordon.report.Rendering;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/** The whole way of an action, from the request to the journal, on hosts over SSH. */
final class HostStand implements AutoCloseable {

    private final Ssh type = new Ssh();
    private final Pace pace;
    private final Platform platform;
    private final DataFolder data;
    private final Random random = new Random(7);
    private Consumer<Event> listener = _ -> {};

    HostStand(Path folder, String settings) {
        this(folder, settings, Map.of(), Pace.of(Clock.systemUTC()));
    }

    HostStand(Path folder, String settings, Map<String, String> environment, Pace pace) {
        this.pace = pace;
        this.platform = type.open(new PlatformName("linux"), values(settings), environment);
        this.data = DataFolder.open(folder, pace.clock());
    }

    /** Is told every event from now on. */
    void listen(Consumer<Event> next) {
        listener = next;
    }

    private Values values(String settings) {
        var reading = Reading.<Values>with(problems -> Documents.yaml("settings", settings, problems)
                .flatMap(node -> type.settings().read(node, Place.of("settings"), problems)));
        return switch (reading) {
            case Reading.Read<Values>(var values) -> values;
            case Reading.Wrong<Values>(var problems) -> throw new IllegalArgumentException(problems.toString());
        };
    }

    Planner.Result draw(ContainmentRequest request, Optional<Reason> waiver) {
        return draw(List.of(request), waiver);
    }

    private Planner.Result draw(List<ContainmentRequest> requests, Optional<Reason> waiver) {
        var conditions = new Conditions(Optional.empty(), waiver);
        var actions = new ArrayList<PlaybookAction>();
        for (var request : requests) {
            var id = new ActionId("a" + actions.size());
            actions.add(new PlaybookAction(id, Optional.empty(), List.of(), conditions, request));
        }
        var playbook = new Playbook(new IncidentId("INC-1"), "test", "analyst1", FailurePolicy.STOP, actions);
        var candidates = new Candidates(new Platforms(List.of(platform)), List.of(type));
        return Planner.online(candidates, pace).plan(playbook);
    }

    PlannedPlaybook plan(ContainmentRequest... requests) {
        return planned(draw(List.of(requests), Optional.empty()));
    }

    static PlannedPlaybook planned(Planner.Result result) {
        return switch (result) {
            case Planner.Result.Planned(var playbook) -> playbook;
            case Planner.Result.Refused(var refusals) -> throw new AssertionError(refusals.toString());
        };
    }

    static Plan plan(PlannedPlaybook playbook) {
        return playbook.actions().getFirst().plan();
    }

    /** Why there is no plan. */
    String refusal(ContainmentRequest request) {
        return switch (draw(request, Optional.empty())) {
            case Planner.Result.Planned(var playbook) -> throw new AssertionError("planned: " + playbook);
            case Planner.Result.Refused(var refusals) -> refusals.toString();
        };
    }

    RunState apply(ContainmentRequest... requests) throws InterruptedException {
        return apply(plan(requests));
    }

    RunState apply(PlannedPlaybook plan) throws InterruptedException {
        return engine().apply(plan, "analyst1");
    }

    RunState resume(RunState run) throws InterruptedException {
        return engine().resume(run.id()).orElseThrow();
    }

    Rollback rollback(RunState run) throws InterruptedException {
        return engine().rollback(run.id(), List.of(), "analyst1");
    }

    /** Where the run stands once it is rolled back. */
    RunState rolledBack(RunState run) throws InterruptedException {
        return switch (rollback(run)) {
            case Rollback.Tried(var state) -> state;
            case Rollback.Unknown() -> throw new AssertionError("unknown run");
            case Rollback.Refused(var why) -> throw new AssertionError(why);
        };
    }

    RunState lastRun() {
        var id = data.journal().runs().getFirst();
        return RunState.fold(data.journal().read(id)).orElseThrow();
    }

    EvidenceStore evidence() {
        return data.evidence();
    }

    /** What every interface gives of the run's first action. */
    ContainmentAction shown(RunState run) {
        var rendering = new Rendering(new Platforms(List.of(platform)), List.of(type));
        return new ContainmentActions(rendering).of(run).getFirst();
    }

    private Engine engine() {
        return new Engine(
                new Platforms(List.of(platform)),
                data.journal(),
                data.evidence(),
                pace,
                random,
                event -> listener.accept(event));
    }

    @Override
    public void close() {
        platform.close();
        data.close();
    }
}
