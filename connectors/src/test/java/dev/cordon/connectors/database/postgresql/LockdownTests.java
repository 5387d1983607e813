package dev.cordon.connectors.database.postgresql;

import static dev.cordon.action.LockdownDatabase.LockdownLevel.ADMIN_ONLY;
import static dev.cordon.action.LockdownDatabase.LockdownLevel.FULL_LOCKDOWN;
import static dev.cordon.action.LockdownDatabase.LockdownLevel.READ_ONLY;
import static dev.cordon.connectors.database.postgresql.Responder.lockdown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.lab.postgresql.Server;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
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

    /** Once as it comes, when the default is enough, and once by a session that insists. */
    void refuses(String role, String statement) {
        assertThat(shop.tried(role, FORCED + statement))
                .as(role + ": " + statement)
                .isIn(REFUSED, READ_ONLY_NOW);
    }
}
