package dev.cordon.connectors.database.postgresql;

import static dev.cordon.action.LockdownDatabase.LockdownLevel.ADMIN_ONLY;
import static dev.cordon.action.LockdownDatabase.LockdownLevel.FULL_LOCKDOWN;
import static dev.cordon.action.LockdownDatabase.LockdownLevel.READ_ONLY;
import static dev.cordon.connectors.database.postgresql.Responder.lockdown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.lab.postgresql.Server;
import dev.cordon.plan.Platform.Finding;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every level on a real server, tried with real log-ins; once for each version. */
abstract class LockdownTests {

    static final String READ = "SELECT count(*) FROM stock.item";
    static final String REFUSED = "42501";
    static final String READ_ONLY_NOW = "25006";
    static final String FORCED = "BEGIN READ WRITE; ";

    @TempDir
    Path folder;

    Shop shop;
    Responder responder;

    abstract Server server();

    @BeforeEach
    void reset() throws SQLException {
        shop = new Shop(server());
        shop.reset();
        responder = new Responder(server(), Server.ADMIN, server().password(), folder.resolve("data"));
    }

    @AfterEach
    void close() {
        responder.close();
    }

    @Test
    void admin_only_keeps_everybody_out_but_superusers_and_whom_it_preserves() throws Exception {
        var before = shop.snapshot();

        var run = responder.applied(lockdown(ADMIN_ONLY, List.of(), List.of("dba")));

        for (var role : List.of("app", "reader", "clerk", "writer", "mallory")) {
            assertThat(shop.tried(role, "SELECT 1")).as(role).isEqualTo(REFUSED);
        }
        assertThat(shop.tried("root2", READ)).isEmpty();
        assertThat(shop.tried("dba", "SELECT 1")).isEmpty();

        responder.rolledBack(run);
        assertThat(shop.snapshot()).isEqualTo(before);
        assertThat(shop.tried("reader", READ)).isEmpty();
    }

    @Test
    void an_open_session_ends_and_cannot_come_back() throws Exception {
        try (var attacker = shop.as("mallory")) {
            Shop.run(attacker, "BEGIN");
            Shop.run(attacker, "INSERT INTO stock.item (name, price) VALUES ('backdoor', 0)");

            responder.applied(lockdown(READ_ONLY, List.of("mallory"), List.of()));

            assertThatThrownBy(() -> Shop.run(attacker, "COMMIT")).isInstanceOf(SQLException.class);
            assertThat(shop.tried("mallory", "SELECT 1")).isEqualTo("28000");
            try (var reader = shop.as("reader")) {
                assertThat(Shop.texts(reader, READ)).containsExactly("1");
            }
        }
    }

    @Test
    void full_lockdown_keeps_superusers_out_too() throws Exception {
        var before = shop.snapshot();

        var run = responder.applied(lockdown(FULL_LOCKDOWN, List.of(), List.of()));

        for (var role : List.of("app", "reader", "dba", "root2")) {
            assertThat(shop.tried(role, "SELECT 1")).as(role).isEqualTo("55000");
        }
        responder.rolledBack(run);
        assertThat(shop.snapshot()).isEqualTo(before);
    }

    @Test
    void read_only_lets_everybody_read_and_nobody_write() throws Exception {
        var before = shop.snapshot();
        assertThat(shop.tried("writer", "INSERT INTO stock.item (name, price) VALUES ('a', 1)"))
                .isEmpty();

        var run = responder.applied(lockdown(READ_ONLY, List.of(), List.of()));

        for (var role : List.of("app", "reader")) {
            assertThat(shop.tried(role, READ)).as(role).isEmpty();
        }
        assertThat(shop.tried("clerk", "SELECT name FROM stock.item")).isEmpty();
        refuses("writer", "INSERT INTO stock.item (name, price) VALUES ('b', 1)");
        refuses("app", "UPDATE stock.item SET price = 0");
        refuses("clerk", "UPDATE stock.item SET name = 'c'");
        refuses("reader", "UPDATE stock.item SET price = 1");
        refuses("reader", "SELECT stock.restock(1, ARRAY['x'])");
        refuses("app", "SELECT stock.restock(1)");
        refuses("app", "SELECT nextval('stock.item_id_seq')");
        refuses("app", "INSERT INTO stock.own VALUES (1)");
        refuses("reader", "INSERT INTO public.log (what) VALUES ('x')");
        refuses("reader", "INSERT INTO stock.cheap (name, price) VALUES ('x', 1)");
        refuses("app", "CREATE TABLE stock.mine (id int)");
        refuses("app", "CREATE TEMP TABLE t (id int)");
        refuses("reader", "SELECT lo_create(0)");
        assertThat(shop.tried("root2", FORCED + "INSERT INTO stock.item (name, price) VALUES ('d', 1)"))
                .isEmpty();

        responder.rolledBack(run);
        assertThat(shop.snapshot()).isEqualTo(before);
        assertThat(shop.tried("writer", "INSERT INTO stock.item (name, price) VALUES ('e', 1)"))
                .isEmpty();
    }

    @Test
    void an_application_that_owns_its_tables_cannot_give_itself_back_what_was_taken() throws Exception {
        own("app");
        var before = shop.snapshot();

        var run = responder.applied(lockdown(READ_ONLY, List.of(), List.of()));

        assertThat(shop.tried("app", READ)).isEmpty();
        refuses("app", "UPDATE stock.own SET v = 'x'");
        refuses("app", "GRANT ALL ON stock.own TO app");
        refuses("app", "ALTER TABLE stock.own DISABLE ROW LEVEL SECURITY");
        refuses("app", "DROP TABLE stock.own");
        refuses("app", "DROP EVENT TRIGGER cordon_lockdown");
        responder.rolledBack(run);
        assertThat(shop.snapshot()).isEqualTo(before);
    }

    @Test
    void the_owner_of_a_locked_database_cannot_let_itself_in_from_another() throws Exception {
        own("app");
        var before = shop.snapshot();

        var run = responder.applied(lockdown(ADMIN_ONLY, List.of(), List.of()));

        try (var elsewhere = server().connect("postgres", "app", "app")) {
            assertThatThrownBy(() -> Shop.run(elsewhere, "ALTER DATABASE shop CONNECTION LIMIT 3"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("must be owner");
        }
        assertThat(shop.tried("app", "SELECT 1")).isEqualTo(REFUSED);
        responder.rolledBack(run);
        assertThat(shop.snapshot()).isEqualTo(before);
    }

    @Test
    void a_table_made_during_read_only_is_read_only_too() throws Exception {
        responder.applied(lockdown(READ_ONLY, List.of(), List.of()));

        try (var admin = server().connect(Shop.NAME)) {
            Shop.run(admin, "BEGIN READ WRITE; SET ROLE shop_owner; CREATE TABLE stock.late (id int); COMMIT");
        }

        assertThat(shop.tried("app", "SELECT * FROM stock.late")).isEmpty();
        refuses("app", "INSERT INTO stock.late VALUES (1)");
        refuses("writer", "INSERT INTO stock.late VALUES (1)");
    }

    @Test
    void a_statement_that_was_let_through_before_the_gate_does_not_write_after_it() throws Exception {
        try (var writer = shop.as("writer");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var late = threads.submit(() -> {
                Shop.run(writer, "INSERT INTO stock.item (name, price) SELECT 'late', 1 FROM pg_sleep(30)");
                return "written";
            });
            try (var admin = server().connect("postgres")) {
                var running = "SELECT 1 FROM pg_stat_activity WHERE usename = 'writer' AND wait_event = 'PgSleep'";
                while (Shop.texts(admin, running).isEmpty()) {
                    Thread.onSpinWait();
                }
            }

            responder.applied(lockdown(READ_ONLY, List.of(), List.of()));

            assertThatThrownBy(late::get).hasMessageContaining("terminat");
        }
    }

    @Test
    void whom_it_preserves_goes_on_writing_what_it_wrote_through_another_role() throws Exception {
        var run = responder.applied(lockdown(READ_ONLY, List.of(), List.of("dba")));

        assertThat(shop.tried("dba", FORCED + "INSERT INTO stock.item (id, name) VALUES (99, 'dba')"))
                .isEmpty();
        refuses("writer", "INSERT INTO stock.item (id, name) VALUES (98, 'writer')");
        responder.rolledBack(run);
    }

    @Test
    void what_somebody_changed_meanwhile_is_reported_and_not_overwritten() throws Exception {
        var run = responder.applied(lockdown(ADMIN_ONLY, List.of("mallory"), List.of()));
        try (var admin = server().connect("postgres")) {
            Shop.run(admin, "GRANT CONNECT ON DATABASE shop TO clerk");
        }

        var after = responder.rollBack(run);

        assertThat(after.actions().toString()).contains("somebody or something changed it since; not overwritten");
        assertThat(shop.tried("clerk", "SELECT 1")).isEmpty();
        assertThat(shop.tried("reader", "SELECT 1")).isEqualTo(REFUSED);
        try (var admin = server().connect("postgres")) {
            assertThat(Shop.texts(admin, "SELECT rolcanlogin FROM pg_roles WHERE rolname = 'mallory'"))
                    .containsExactly("t");
        }
    }

    @Test
    void what_cannot_be_planned_says_why_and_what_to_do() throws Exception {
        assertThat(responder.refused(lockdown("shoop", ADMIN_ONLY, List.of(), List.of())))
                .contains("database 'shoop'; did you mean 'shop'?");
        assertThat(responder.refused(lockdown(ADMIN_ONLY, List.of("malory"), List.of())))
                .contains("role 'malory'; did you mean 'mallory'?");
        assertThat(responder.refused(lockdown("template1", ADMIN_ONLY, List.of(), List.of())))
                .contains("is a template");
        assertThat(responder.refused(lockdown("postgres", ADMIN_ONLY, List.of(), List.of())))
                .contains("set the platform's url to another one");
        assertThat(responder.refused(lockdown(ADMIN_ONLY, List.of("postgres"), List.of())))
                .contains("Cordon's own account");
        try (var admin = server().connect("postgres")) {
            Shop.run(admin, "GRANT pg_write_all_data TO reader");
        }
        assertThat(responder.refused(lockdown(READ_ONLY, List.of(), List.of())))
                .contains("'reader', who can act as 'pg_write_all_data'", "revoke_users");
    }

    @Test
    void a_grant_that_its_grantor_could_not_make_again_is_not_taken() throws Exception {
        try (var admin = server().connect(Shop.NAME)) {
            Shop.run(admin, "REVOKE USAGE ON SCHEMA stock FROM PUBLIC, app CASCADE");
        }

        assertThat(responder.refused(lockdown(READ_ONLY, List.of(), List.of())))
                .contains("what 'app' has granted on table stock.item could not be given back");
    }

    @Test
    void a_name_that_the_server_would_cut_off_is_not_found() throws Exception {
        var longest = "x".repeat(63);
        try (var admin = server().connect("postgres")) {
            Shop.run(admin, "DROP DATABASE IF EXISTS " + longest);
            Shop.run(admin, "CREATE DATABASE " + longest);
        }

        assertThat(responder.refused(lockdown(longest + "x", ADMIN_ONLY, List.of(), List.of())))
                .startsWith("not found");
    }

    @Test
    void a_weaker_level_does_not_replace_a_stricter_one() throws Exception {
        responder.applied(lockdown(FULL_LOCKDOWN, List.of(), List.of()));

        assertThat(responder.refused(lockdown(READ_ONLY, List.of(), List.of()))).contains("roll that back first");
        assertThat(responder
                        .planned(lockdown(FULL_LOCKDOWN, List.of(), List.of()))
                        .actions()
                        .getFirst()
                        .plan()
                        .isEmpty())
                .isTrue();
    }

    @Test
    void an_account_that_is_no_superuser_locks_what_it_can_give_back_and_nothing_else() throws Exception {
        try (var admin = server().connect("postgres")) {
            Shop.run(admin, "CREATE ROLE cordon LOGIN PASSWORD 'cordon'");
        }
        try (var lesser = new Responder(server(), "cordon", "cordon", folder.resolve("lesser"))) {
            assertThat(lesser.refused(lockdown(ADMIN_ONLY, List.of(), List.of())))
                    .contains("pg_signal_backend");
            try (var admin = server().connect("postgres")) {
                Shop.run(admin, "GRANT pg_signal_backend, pg_read_all_stats TO cordon");
                assertThat(lesser.refused(lockdown(ADMIN_ONLY, List.of(), List.of())))
                        .contains("membership in 'shop_owner'");
                Shop.run(admin, "GRANT shop_owner TO cordon");
                assertThat(lesser.refused(lockdown(ADMIN_ONLY, List.of(), List.of())))
                        .contains("others than the owner have granted");
                Shop.run(admin, "REVOKE CONNECT ON DATABASE shop FROM app CASCADE");
                Shop.run(admin, "REVOKE TEMP ON DATABASE shop FROM app");
            }
            var before = shop.snapshot();

            var run = lesser.applied(lockdown(ADMIN_ONLY, List.of(), List.of()));

            assertThat(shop.tried("writer", "SELECT 1")).isEqualTo(REFUSED);
            assertThat(shop.tried("cordon", "SELECT 1")).isEmpty();
            lesser.rolledBack(run);
            assertThat(shop.snapshot()).isEqualTo(before);
        }
    }

    @Test
    void an_examination_names_the_version_and_what_the_account_lacks() {
        try (var lesser = new Responder(server(), "app", "app", folder.resolve("lesser"))) {
            assertThat(responder.examined()).allMatch(Finding::fine).hasSize(2);
            assertThat(lesser.examined().stream().filter(finding -> !finding.fine()))
                    .extracting(Finding::what)
                    .anyMatch(what -> what.startsWith("lacks the role pg_signal_backend"))
                    .anyMatch(what -> what.startsWith("lacks the role pg_read_all_stats"))
                    .anyMatch(what -> what.startsWith("lacks CREATEROLE"));
        }
    }

    @Test
    void a_wrong_password_is_one_line_without_it() {
        try (var wrong = new Responder(server(), Server.ADMIN, "s3cret-but-wrong", folder.resolve("wrong"))) {
            assertThat(wrong.refused(lockdown(ADMIN_ONLY, List.of(), List.of())))
                    .contains("not authorized", "password authentication failed")
                    .doesNotContain("s3cret-but-wrong")
                    .hasLineCount(1);
        }
    }

    private void own(String role) throws SQLException {
        try (var admin = server().connect(Shop.NAME)) {
            Shop.run(admin, "BEGIN READ WRITE; ALTER DATABASE shop OWNER TO " + role + "; COMMIT");
        }
    }

    /** Once as it comes, when the default is enough, and once by a session that insists. */
    void refuses(String role, String statement) {
        assertThat(shop.tried(role, FORCED + statement))
                .as(role + ": " + statement)
                .isIn(REFUSED, READ_ONLY_NOW);
    }
}
