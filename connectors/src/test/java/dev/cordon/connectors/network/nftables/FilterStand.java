package dev.cordon.connectors.network.nftables;

import dev.cordon.action.ActionId;
import dev.cordon.action.ContainmentRequest;
import dev.cordon.action.IncidentId;
import dev.cordon.action.PlatformName;
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
import dev.cordon.journal.RunState;
import dev.cordon.plan.PlannedPlaybook;
import dev.cordon.plan.Platform;
import dev.cordon.playbook.Conditions;
import dev.cordon.playbook.FailurePolicy;
import dev.cordon.playbook.Playbook;
import dev.cordon.playbook.PlaybookAction;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** The whole way of an action, from the request to the journal, on one packet filter. */
final class FilterStand implements AutoCloseable {

    private final Pace pace = Pace.of(Clock.systemUTC());
    private final Random random = new Random(7);
    private final Nftables type;
    private final Platform platform;
    private final DataFolder data;

    FilterStand(Path folder, Nftables type, String settings, Map<String, String> environment) {
        this.type = type;
        this.platform = type.open(new PlatformName("edge"), values(type, settings), environment);
        this.data = DataFolder.open(folder, pace.clock());
    }

    static FilterStand on(Path folder, String namespace) {
        return new FilterStand(folder, new Nftables(Clock.systemUTC()), "{netns: " + namespace + "}", Map.of());
    }

    static Values values(Nftables type, String settings) {
        var reading = Reading.<Values>with(problems -> Documents.yaml("settings", settings, problems)
                .flatMap(node -> type.settings().read(node, Place.of("settings"), problems)));
        return switch (reading) {
            case Reading.Read<Values>(var values) -> values;
            case Reading.Wrong<Values>(var problems) -> throw new IllegalArgumentException(problems.toString());
        };
    }

    Platform platform() {
        return platform;
    }

    Planner.Result draw(ContainmentRequest request, Optional<Duration> ttl) {
        return draw(List.of(action("a", request, ttl)));
    }

    private static PlaybookAction action(String id, ContainmentRequest request, Optional<Duration> ttl) {
        return new PlaybookAction(
                new ActionId(id), Optional.empty(), List.of(), new Conditions(ttl, Optional.empty()), request);
    }

    private Planner.Result draw(List<PlaybookAction> actions) {
        var playbook = new Playbook(new IncidentId("INC-1"), "test", "analyst1", FailurePolicy.STOP, actions);
        var candidates = new Candidates(new Platforms(List.of(platform)), List.of(type));
        return Planner.online(candidates, pace).plan(playbook);
    }

    PlannedPlaybook plan(ContainmentRequest request, Optional<Duration> ttl) {
        return planned(draw(request, ttl));
    }

    /** Actions that have nothing to do with each other. */
    PlannedPlaybook plan(List<? extends ContainmentRequest> requests) {
        return planned(draw(IntStream.range(0, requests.size())
                .mapToObj(i -> action("a" + i, requests.get(i), Optional.empty()))
                .toList()));
    }

    private static PlannedPlaybook planned(Planner.Result result) {
        return switch (result) {
            case Planner.Result.Planned(var playbook) -> playbook;
            case Planner.Result.Refused(var refusals) -> throw new AssertionError(refusals.toString());
        };
    }

    /** Why there is no plan. */
    String refusal(ContainmentRequest request) {
        return switch (draw(request, Optional.empty())) {
            case Planner.Result.Planned(var playbook) -> throw new AssertionError("planned: " + playbook);
            case Planner.Result.Refused(var refusals) -> refusals.toString();
        };
    }

    RunState apply(ContainmentRequest request) throws InterruptedException {
        return apply(plan(request, Optional.empty()));
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
        return new Engine(new Platforms(List.of(platform)), data.journal(), data.evidence(), pace, random, _ -> {});
    }

    @Override
    public void close() {
        platform.close();
        data.close();
    }
}
