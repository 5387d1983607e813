package dev.cordon.paper;

import static dev.cordon.plan.Check.look;
import static dev.cordon.plan.Each.each;
import static dev.cordon.plan.Stage.stage;
import static dev.cordon.plan.Step.step;

import dev.cordon.action.AccountName;
import dev.cordon.action.ActionId;
import dev.cordon.action.BlockTarget;
import dev.cordon.action.Cidr;
import dev.cordon.action.ContainmentRequest;
import dev.cordon.action.DatabaseName;
import dev.cordon.action.DatabaseType;
import dev.cordon.action.FirewallBlock;
import dev.cordon.action.IncidentId;
import dev.cordon.action.LockdownDatabase;
import dev.cordon.action.PlatformName;
import dev.cordon.action.Reason;
import dev.cordon.operation.Command;
import dev.cordon.operation.Terms;
import dev.cordon.operation.Value;
import dev.cordon.plan.Asset;
import dev.cordon.plan.Canonical;
import dev.cordon.plan.Check.Is;
import dev.cordon.plan.Plan;
import dev.cordon.plan.PlannedAction;
import dev.cordon.plan.PlannedPlaybook;
import dev.cordon.plan.Read;
import dev.cordon.playbook.FailurePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Two actions that have one of everything that a plan can hold. */
public final class PaperPlan {

    public static final PlatformName APP_DB = new PlatformName("app-db");
    public static final PlatformName EDGE = new PlatformName("edge");

    /** A request by itself. */
    public static final FirewallBlock BLOCK = new FirewallBlock(
            new BlockTarget.Addresses(Cidr.parse("198.51.100.1")),
            FirewallBlock.Direction.BOTH,
            new Reason("C2 server"),
            24);

    private PaperPlan() {}

    public static PlannedPlaybook playbook() {
        return playbook("Ransomware on WORKSTATION-15", lockdown(), block());
    }

    public static PlannedPlaybook playbook(String name, PlannedAction... actions) {
        return new PlannedPlaybook(
                PlannedPlaybook.FORMAT,
                new IncidentId("INC-2026-0142"),
                name,
                "analyst1",
                Instant.parse("2026-01-05T10:00:00Z"),
                FailurePolicy.ROLLBACK,
                List.of(actions));
    }

    public static PlannedAction lockdown() {
        var request = new LockdownDatabase(
                new DatabaseName("orders"),
                DatabaseType.POSTGRESQL,
                LockdownDatabase.LockdownLevel.READ_ONLY,
                List.of(),
                List.of(new AccountName("dba")),
                new Reason("An attacker reads the orders"));
        var orders = new Asset(APP_DB, "database", "16384", List.of("orders"));
        var gate = step("gate")
                .touches(orders)
                .apply(write(APP_DB, "close", "orders"))
                .undo(write(APP_DB, "open", "orders"))
                .check(look(read(APP_DB, "state", "orders"))
                        .expect("/state", "closed")
                        .pending("/state", Is.EQUAL, Value.of("closing"))
                        .settles(Duration.ofSeconds(5))
                        .within(Duration.ofMinutes(2)))
                .save("was", "/was");
        var freeze = step("freeze")
                .apply(write(APP_DB, "freeze", "orders"))
                .undo(write(APP_DB, "thaw", "orders"))
                .asTemporary();
        var tell = step("tell the owner")
                .apply(write(APP_DB, "tell", "owner"))
                .none("a message cannot be called back")
                .asOptional();
        var sessions = each("sessions", Read.of(read(APP_DB, "sessions")).as("paper/sessions"))
                .key("/pid")
                .asset("session", "/pid")
                .atMost(100)
                .holds(Duration.ofSeconds(2))
                .steps(step("end")
                        .apply(command(Terms.once(APP_DB), Value.of("end"), Value.item("/pid"), Value.key()))
                        .check(look(read(APP_DB, "sessions")).expect("/n", Is.AT_LEAST, Value.of(0)))
                        .none("a session that was ended stays so"));
        var proof = step("the application still reads")
                .check(look(read(APP_DB, "probe")).expect("/reads", true));
        return action(
                "lock",
                request,
                APP_DB,
                null,
                "16384",
                "{\"database\":\"orders\",\"open\":true,\"sessions\":null}",
                "{\"database\":\"orders\",\"open\":true,\"sessions\":[4711,4712]}",
                Plan.of(gate, stage(freeze, tell), sessions, proof).note("roles that are made later are not cut"));
    }

    public static PlannedAction block(String... after) {
        var table = step("table")
                .undo(write(EDGE, "drop-if-empty"))
                .check(look(read(EDGE, "table")).expect("/empty", true));
        var element = step("element")
                .touches(new Asset(EDGE, "address", "198.51.100.1", List.of()))
                .apply(write(EDGE, "add", "198.51.100.1", "timeout", "24h"))
                .undo(write(EDGE, "delete", "198.51.100.1"))
                .check(look(read(EDGE, "get", "198.51.100.1"))
                        .expect("/there", true)
                        .holds(Duration.ofSeconds(1)))
                .releasedAfter(Duration.ofHours(24));
        return action(
                "block",
                BLOCK,
                EDGE,
                Duration.ofHours(24),
                "198.51.100.1",
                "{\"there\":false}",
                "{\"there\":false}",
                Plan.of(table, element),
                after.length == 0 ? new String[] {"lock"} : after);
    }

    public static PlannedAction action(
            String id,
            ContainmentRequest request,
            PlatformName on,
            @Nullable Duration ttl,
            String resolved,
            String facts,
            String shown,
            Plan plan,
            String... after) {
        return new PlannedAction(
                new ActionId(id),
                on,
                "paper",
                request.kind().key(),
                request.parameters(),
                ttl,
                null,
                null,
                resolved,
                Canonical.parse(facts),
                Canonical.parse(shown),
                plan,
                Stream.of(after).map(ActionId::new).toList());
    }

    public static Command read(PlatformName on, String... words) {
        return command(Terms.read(on), words(words));
    }

    public static Command write(PlatformName on, String... words) {
        return command(Terms.write(on), words(words));
    }

    private static Value[] words(String... words) {
        return Stream.of(words).map(Value::of).toArray(Value[]::new);
    }

    private static Command command(Terms terms, Value... words) {
        return new Command(terms, List.of(words), null, List.of(0));
    }
}
