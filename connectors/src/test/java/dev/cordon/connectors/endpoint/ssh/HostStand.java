package dev.cordon.connectors.endpoint.ssh;

import dev.cordon.action.ActionId;
import dev.cordon.action.ContainmentRequest;
import dev.cordon.action.IncidentId;
import dev.cordon.action.PlatformName;
import dev.cordon.document.Documents;
import dev.cordon.document.Place;
import dev.cordon.document.Problems;
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
import dev.cordon.lab.laws.HurriedPace;
import dev.cordon.plan.PlannedPlaybook;
import dev.cordon.plan.Platform;
import dev.cordon.playbook.Conditions;
import dev.cordon.playbook.FailurePolicy;
import dev.cordon.playbook.Playbook;
import dev.cordon.playbook.PlaybookAction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/** The whole way of an action, from the request to the journal, on the host of {@link HostAccess}. */
final class HostStand implements AutoCloseable {

    private final Pace pace = new HurriedPace();
    private final Random random = new Random(7);
    private final Platform platform;
    private final DataFolder data;
    private Consumer<Event> listener = _ -> {};

    HostStand(Path folder) {
        this.platform = new Ssh().open(new PlatformName("linux"), settings(), HostAccess.environment());
        this.data = DataFolder.open(folder, pace.clock());
    }

    private static Values settings() {
        var problems = new Problems();
        return Documents.yaml("settings", HostAccess.settings(), problems)
                .flatMap(node -> new Ssh().settings().read(node, Place.of("settings"), problems))
                .orElseThrow(() -> new IllegalArgumentException(problems.list().toString()));
    }

    /** Is told every event from now on. */
    void listen(Consumer<Event> next) {
        listener = next;
    }

    Planner.Result draw(ContainmentRequest... requests) {
        var actions = new ArrayList<PlaybookAction>();
        for (var request : requests) {
            var id = new ActionId("a" + actions.size());
            actions.add(new PlaybookAction(id, Optional.empty(), List.of(), Conditions.NONE, request));
        }
        var playbook = new Playbook(new IncidentId("INC-1"), "test", "analyst1", FailurePolicy.STOP, actions);
        return Planner.online(new Candidates(new Platforms(List.of(platform)), List.of(new Ssh())), pace)
                .plan(playbook);
    }

    PlannedPlaybook plan(ContainmentRequest... requests) {
        return switch (draw(requests)) {
            case Planner.Result.Planned(var playbook) -> playbook;
            case Planner.Result.Refused(var refusals) -> throw new AssertionError(refusals.toString());
        };
    }

    /** Why there is no plan. */
    String refusal(ContainmentRequest request) {
        return switch (draw(request)) {
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

    RunState rollback(RunState run) throws InterruptedException {
        return switch (engine().rollback(run.id(), List.of(), "analyst1")) {
            case Rollback.Tried(var state) -> state;
            case Rollback.Unknown() -> throw new AssertionError("unknown run");
            case Rollback.Refused(var why) -> throw new AssertionError(why);
        };
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
