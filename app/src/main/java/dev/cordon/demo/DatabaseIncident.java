package dev.cordon.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.journal.Status;
import dev.cordon.lab.postgresql.EmbeddedServer;
import dev.cordon.lab.postgresql.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

/** The first incident: a stolen database password is in use. Contained, proven, and taken back. */
final class DatabaseIncident {

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

    private DatabaseIncident() {}

    /** Says what was observed; returns when nothing of it is left. */
    static void play(Witness witness, Path folder) throws IOException, InterruptedException {
        witness.line("Starting a PostgreSQL 18 of its own, on a free port of the loopback address …");
        try (var server = EmbeddedServer.start(folder.resolve("postgresql"));
                var shop = Shop.open(server);
                var workbench = workbench(folder, server, witness)) {
            contain(witness, folder, server, shop, workbench);
        } catch (SQLException e) {
            throw new IllegalStateException("the staged database failed: " + e.getMessage(), e);
        }
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
        witness.stands(applied, Status.COMPLETED);

        witness.heading("What is true now, tried from outside");
        witness.observed("the attacker's session:", shop.attackerReads(), false);
        witness.observed("the attacker, logging in again:", shop.attackerComesBack(), false);
        witness.observed("the shop's own account, reading:", shop.applicationReads(), true);
        witness.observed("the shop's own account, writing:", shop.applicationWrites(), false);

        witness.heading("The report");
        witness.block(workbench.report(applied));

        witness.heading("Roll back");
        var undone = workbench.rollback(applied);
        witness.stands(undone, Status.ROLLED_BACK);

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

    private static Workbench workbench(Path folder, Server server, Witness witness) throws IOException {
        var configuration = """
                platforms:
                  shop-db: { type: postgresql, url: "%s", user: postgres, password: env:DEMO_PASSWORD }
                """.formatted(server.jdbcUrl("postgres"));
        var file = Files.writeString(folder.resolve("cordon.yaml"), configuration, UTF_8);
        var environment = Map.of("DEMO_PASSWORD", server.password());
        return new Workbench(file, folder.resolve("data"), environment, witness::happened);
    }
}
