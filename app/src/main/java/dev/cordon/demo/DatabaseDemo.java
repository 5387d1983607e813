package dev.cordon.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.cli.Demo;
import dev.cordon.cli.EventWords;
import dev.cordon.cli.ExitCode;
import dev.cordon.journal.Event;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import dev.cordon.lab.postgresql.EmbeddedServer;
import dev.cordon.lab.postgresql.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Contains a staged incident: a stolen database password is in use. Everything that it says was observed; what should
 * have been otherwise is marked, and ends the demo as failed.
 */
public final class DatabaseDemo implements Demo {

    private static final String PLAYBOOK = """
            incident_id: INC-DEMO-1
            name: A stolen database password is in use
            analyst: demo
            on_failure: rollback
            actions:
              - id: lock
                lockdown_database:
                  database: shop
                  db_type: postgresql
                  lockdown_level: read_only     # the shop stays open for reading
                  revoke_users: [reporting]     # the stolen account loses everything
                  reason: the password of the reporting job was stolen
            """;

    @Override
    public ExitCode run(Consumer<String> say) throws InterruptedException {
        var witness = new Witness(say);
        try (var folder = new TemporaryFolder("cordon-demo-")) {
            witness.line("Starting a PostgreSQL 18 of its own, on a free port of the loopback address …");
            try (var server = EmbeddedServer.start(folder.path().resolve("postgresql"));
                    var shop = Shop.open(server);
                    var workbench = workbench(folder.path(), server, witness)) {
                contain(witness, folder.path(), server, shop, workbench);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the demo could not use its temporary folder", e);
        } catch (SQLException e) {
            throw new IllegalStateException("the staged database failed: " + e.getMessage(), e);
        }
        witness.line("");
        witness.line(
                witness.content()
                        ? "Done: contained, proven, and taken back. Nothing is left running, and no file is left."
                        : "The demo failed: see what is marked as WRONG.");
        return witness.content() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static void contain(Witness witness, Path folder, Server server, Shop shop, Workbench workbench)
            throws IOException, SQLException, InterruptedException {
        witness.heading("The incident");
        witness.observed("the attacker's session, logged in with the stolen password:", shop.attackerReads(), true);
        witness.observed("the shop's own account, reading:", shop.applicationReads(), true);
        witness.observed("the shop's own account, writing:", shop.applicationWrites(), true);
        var before = Fingerprint.of(server, Shop.DATABASE);

        witness.heading("The playbook, and the plan that Cordon draws up for it; nothing has been changed yet");
        witness.block(PLAYBOOK);
        var plan = workbench.plan(Files.writeString(folder.resolve("playbook.yaml"), PLAYBOOK, UTF_8));
        witness.line("");
        witness.block(workbench.text(plan));
        witness.observed("the attacker's session, still untouched:", shop.attackerReads(), true);

        witness.heading("Apply, step by step");
        var applied = workbench.apply(plan);
        stands(witness, applied, Status.COMPLETED);

        witness.heading("What is true now, tried from outside");
        witness.observed("the attacker's session:", shop.attackerReads(), false);
        witness.observed("the attacker, logging in again:", shop.attackerComesBack(), false);
        witness.observed("the shop's own account, reading:", shop.applicationReads(), true);
        witness.observed("the shop's own account, writing:", shop.applicationWrites(), false);

        witness.heading("The report");
        witness.block(workbench.report(applied));

        witness.heading("Roll back");
        var undone = workbench.rollback(applied);
        stands(witness, undone, Status.ROLLED_BACK);

        witness.heading("As it was before");
        var after = Fingerprint.of(server, Shop.DATABASE);
        witness.observed(
                before.lines().size() + " privileges, settings and limits, compared one by one: "
                        + before.differences(after) + " differ",
                before.equals(after));
        witness.observed("the shop's own account, writing:", shop.applicationWrites(), true);
        witness.observed(
                "the stolen account is back too, as it was; change its password before you do this in earnest:",
                shop.attackerComesBack(),
                true);
    }

    private static void stands(Witness witness, RunState run, Status wanted) {
        var notes = run.actions().values().stream()
                .map(action -> action.note())
                .filter(note -> !note.isEmpty())
                .toList();
        witness.observed(
                "the run " + run.id() + " is " + run.status().word() + (notes.isEmpty() ? "" : ": " + notes),
                run.status() == wanted);
    }

    private static Workbench workbench(Path folder, Server server, Witness witness) throws IOException {
        var configuration = """
                platforms:
                  shop-db: { type: postgresql, url: "%s", user: postgres, password: env:DEMO_PASSWORD }
                """.formatted(server.jdbcUrl("postgres"));
        var file = Files.writeString(folder.resolve("cordon.yaml"), configuration, UTF_8);
        var environment = Map.of("DEMO_PASSWORD", server.password());
        Consumer<Event> listener = event -> EventWords.of(event).ifPresent(words -> witness.line("    " + words));
        return new Workbench(file, folder.resolve("data"), environment, listener);
    }
}
