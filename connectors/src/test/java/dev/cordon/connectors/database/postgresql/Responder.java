package dev.cordon.connectors.database.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.action.AccountName;
import dev.cordon.action.ActionId;
import dev.cordon.action.DatabaseName;
import dev.cordon.action.DatabaseType;
import dev.cordon.action.IncidentId;
import dev.cordon.action.LockdownDatabase;
import dev.cordon.action.LockdownDatabase.LockdownLevel;
import dev.cordon.action.PlatformName;
import dev.cordon.action.Reason;
import dev.cordon.document.SecretRef;
import dev.cordon.execution.Candidates;
import dev.cordon.execution.Engine;
import dev.cordon.execution.Examiner;
import dev.cordon.execution.Pace;
import dev.cordon.execution.Planner;
import dev.cordon.execution.Platforms;
import dev.cordon.execution.Rollback;
import dev.cordon.journal.DataFolder;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import dev.cordon.lab.postgresql.Server;
import dev.cordon.plan.PlannedPlaybook;
import dev.cordon.plan.Platform.Finding;
import dev.cordon.playbook.Conditions;
import dev.cordon.playbook.FailurePolicy;
import dev.cordon.playbook.Playbook;
import dev.cordon.playbook.PlaybookAction;
import dev.cordon.transport.sql.SqlServer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Somebody who plans, applies and rolls back a lockdown of the shop with a real engine and journal. */
final class Responder implements AutoCloseable {

    private final Platforms platforms;
    private final DataFolder folder;
    private final Engine engine;
    private final Planner planner;

    Responder(Server server, String account, String password, Path data) {
        var clock = Clock.systemUTC();
        var at = new SqlServer("127.0.0.1", server.port(), account, Optional.of(SecretRef.parse("env:PW")), Map.of());
        var platform = new PostgresqlPlatform(new PlatformName("db"), at, "postgres", Map.of("PW", password), clock);
        platforms = new Platforms(List.of(platform));
        folder = DataFolder.open(data, clock);
        engine = new Engine(platforms, folder.journal(), folder.evidence(), Pace.of(clock), new Random(1), _ -> {});
        planner = Planner.online(new Candidates(platforms, List.of(new PostgresqlType(clock))), Pace.of(clock));
    }

    static LockdownDatabase lockdown(LockdownLevel level, List<String> revoke, List<String> preserve) {
        return lockdown(Shop.NAME, level, revoke, preserve);
    }

    static LockdownDatabase lockdown(String database, LockdownLevel level, List<String> revoke, List<String> preserve) {
        return new LockdownDatabase(
                new DatabaseName(database),
                DatabaseType.POSTGRESQL,
                level,
                revoke.stream().map(AccountName::new).toList(),
                preserve.stream().map(AccountName::new).toList(),
                new Reason("exercise"));
    }

    PlannedPlaybook planned(LockdownDatabase request) {
        return switch (plan(request)) {
            case Planner.Result.Planned(var playbook) -> playbook;
            case Planner.Result.Refused(var refusals) -> throw new AssertionError(refusals.toString());
        };
    }

    String refused(LockdownDatabase request) {
        return switch (plan(request)) {
            case Planner.Result.Planned(var playbook) -> throw new AssertionError("planned: " + playbook);
            case Planner.Result.Refused(var refusals) -> refusals.getFirst().why();
        };
    }

    RunState applied(LockdownDatabase request) throws InterruptedException {
        var run = engine.apply(planned(request), "responder");
        assertThat(run.status()).as(run.actions().toString()).isEqualTo(Status.COMPLETED);
        return run;
    }

    RunState apply(PlannedPlaybook plan) throws InterruptedException {
        return engine.apply(plan, "responder");
    }

    void rolledBack(RunState run) throws InterruptedException {
        var after = rollBack(run);
        assertThat(after.status()).as(after.actions().toString()).isEqualTo(Status.ROLLED_BACK);
    }

    RunState rollBack(RunState run) throws InterruptedException {
        return ((Rollback.Tried) engine.rollback(run.id(), List.of(), "responder")).state();
    }

    /** What {@code platforms test} says of the server and the account. */
    List<Finding> examined() {
        return new Examiner(platforms, Pace.of(Clock.systemUTC()))
                .examine(platforms.all().getFirst());
    }

    private Planner.Result plan(LockdownDatabase request) {
        var action = new PlaybookAction(new ActionId("lock"), Optional.empty(), List.of(), Conditions.NONE, request);
        return planner.plan(
                new Playbook(new IncidentId("INC-1"), "exercise", "analyst", FailurePolicy.STOP, List.of(action)));
    }

    @Override
    public void close() {
        folder.close();
        platforms.close();
    }
}
