package dev.cordon.connectors.network.powerdns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.action.ActionId;
import dev.cordon.action.DnsSinkhole;
import dev.cordon.action.IncidentId;
import dev.cordon.action.PlatformName;
import dev.cordon.document.SecretRef;
import dev.cordon.execution.Candidates;
import dev.cordon.execution.Engine;
import dev.cordon.execution.Examiner;
import dev.cordon.execution.Pace;
import dev.cordon.execution.Planner;
import dev.cordon.execution.Platforms;
import dev.cordon.execution.Rollback;
import dev.cordon.journal.DataFolder;
import dev.cordon.journal.RunId;
import dev.cordon.journal.Status;
import dev.cordon.lab.dns.PowerDnsServer;
import dev.cordon.plan.Plan;
import dev.cordon.plan.PlannedPlaybook;
import dev.cordon.plan.Platform.Finding;
import dev.cordon.plan.Step;
import dev.cordon.playbook.Conditions;
import dev.cordon.playbook.FailurePolicy;
import dev.cordon.playbook.Playbook;
import dev.cordon.playbook.PlaybookAction;
import dev.cordon.transport.http.BaseUrl;
import dev.cordon.transport.http.HttpLimits;
import dev.cordon.transport.http.HttpServer;
import dev.cordon.transport.http.SecretHeader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Somebody who plans, applies and rolls back sinkholes with a real engine and journal. */
final class Desk implements AutoCloseable {

    private final Platforms platforms;
    private final DataFolder folder;
    private final Engine engine;
    private final Planner planner;
    private final Pace pace;

    Desk(PowerDnsServer server, String key, Path data) {
        var clock = Clock.systemUTC();
        pace = Pace.of(clock);
        var credential = new SecretHeader("X-API-Key", new SecretRef.FromEnvironment("KEY"));
        var at = new HttpServer(new BaseUrl(server.url()), Optional.empty(), credential, HttpLimits.USUAL);
        var settings = new PowerDnsSettings(at, "localhost");
        var platform = new PowerDnsPlatform(new PlatformName("ns"), settings, Map.of("KEY", key), clock);
        platforms = new Platforms(List.of(platform));
        folder = DataFolder.open(data, clock);
        engine = new Engine(platforms, folder.journal(), folder.evidence(), pace, new Random(1), _ -> {});
        planner = Planner.online(new Candidates(platforms, List.of(new PowerDns(clock))), pace);
    }

    RunId apply(DnsSinkhole request) throws InterruptedException {
        var run = engine.apply(planned(request), "responder");
        assertThat(run.status()).as(run.actions().toString()).isEqualTo(Status.COMPLETED);
        return run.id();
    }

    void rolledBack(RunId run) throws InterruptedException {
        var state = ((Rollback.Tried) engine.rollback(run, List.of(), "responder")).state();
        assertThat(state.status()).as(state.actions().toString()).isEqualTo(Status.ROLLED_BACK);
    }

    /** What is told of an undo that could not put everything back. */
    String rolledBackInPart(RunId run) throws InterruptedException {
        var state = ((Rollback.Tried) engine.rollback(run, List.of(), "responder")).state();
        assertThat(state.status()).isNotEqualTo(Status.ROLLED_BACK);
        return state.actions().toString();
    }

    Plan plan(DnsSinkhole request) {
        return planned(request).actions().getFirst().plan();
    }

    List<String> steps(DnsSinkhole request) {
        return plan(request).steps().stream().map(Step::name).toList();
    }

    String refusal(DnsSinkhole request) {
        return switch (drawn(request)) {
            case Planner.Result.Planned(var playbook) -> throw new AssertionError("planned: " + playbook);
            case Planner.Result.Refused(var refusals) -> refusals.getFirst().why();
        };
    }

    /** What {@code platforms test} says of the server. */
    List<Finding> examined() {
        return new Examiner(platforms, pace).examine(platforms.all().getFirst());
    }

    private PlannedPlaybook planned(DnsSinkhole request) {
        return switch (drawn(request)) {
            case Planner.Result.Planned(var playbook) -> playbook;
            case Planner.Result.Refused(var refusals) -> throw new AssertionError(refusals.toString());
        };
    }

    private Planner.Result drawn(DnsSinkhole request) {
        var action = new PlaybookAction(new ActionId("sink"), Optional.empty(), List.of(), Conditions.NONE, request);
        return planner.plan(
                new Playbook(new IncidentId("INC-1"), "exercise", "analyst", FailurePolicy.STOP, List.of(action)));
    }

    @Override
    public void close() {
        folder.close();
        platforms.close();
    }
}
