package dev.cordon.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.journal.Status;
import dev.cordon.lab.postgresql.EmbeddedServer;
import dev.cordon.lab.postgresql.Server;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of {@code docs/library.md} on a PostgreSQL that it starts itself. */
class StolenPasswordTest {

    private static final Path PAGE = Path.of("..", "docs", "library.md");
    private static final Path SOURCE = Path.of("src/test/java/dev/cordon/example/StolenPassword.java");

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void the_page_shows_the_program_that_is_tested() throws IOException {
        var program = Files.readString(SOURCE);

        assertThat(Files.readString(PAGE)).contains("```java\n" + program + "```\n");
    }

    @Test
    void the_stolen_account_is_out_and_comes_back_when_it_is_taken_back() throws Exception {
        try (var server = EmbeddedServer.start(folder.resolve("postgresql"))) {
            build(server);

            var run = contained(server);
            var takenBack = takenBack(run);

            assertThat(takenBack).isEqualTo(Status.ROLLED_BACK);
            assertThat(told.toString(UTF_8))
                    .contains("psql -X", "# Executive summary: ", "# Containment report: ")
                    .doesNotContain(server.password());
            assertThat(reads(server, "reporting")).isTrue();
        }
    }

    private String contained(Server server) throws Exception {
        try (var cordon = StolenPassword.open(configuration(server), folder.resolve("data"))) {
            var playbook = StolenPassword.contain(cordon, new PrintStream(told, true, UTF_8));

            assertThat(playbook.status()).as(playbook.generateReport()).isEqualTo(Status.COMPLETED);
            assertThat(reads(server, "reporting")).isFalse();
            assertThat(reads(server, "shop_app")).isTrue();
            return playbook.run().orElseThrow().value();
        }
    }

    private Status takenBack(String run) throws Exception {
        try (var cordon = StolenPassword.open(folder.resolve("cordon.yaml"), folder.resolve("data"))) {
            return StolenPassword.takeBack(cordon, run, new PrintStream(told, true, UTF_8));
        }
    }

    private Path configuration(Server server) throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), server.password());
        return Files.writeString(folder.resolve("cordon.yaml"), """
                platforms:
                  shop-db: { type: postgresql, url: "%s", user: postgres, password: "file:%s" }
                """.formatted(server.jdbcUrl("postgres"), secret));
    }

    private static void build(Server server) throws SQLException {
        try (var admin = server.connect("postgres");
                var statement = admin.createStatement()) {
            statement.execute("create role reporting login password 'demo'");
            statement.execute("create role shop_app login password 'demo'");
            statement.execute("create database shop");
        }
        try (var admin = server.connect("shop");
                var statement = admin.createStatement()) {
            statement.execute("create table customers (id int primary key)");
            statement.execute("grant select on customers to reporting, shop_app");
        }
    }

    private static boolean reads(Server server, String account) {
        try (var connection = server.connect("shop", account, "demo");
                var statement = connection.createStatement()) {
            return statement.execute("select count(*) from customers");
        } catch (SQLException e) {
            assertThat(e.getSQLState()).isIn("42501", "28000"); // insufficient_privilege, or no login at all
            return false;
        }
    }
}
