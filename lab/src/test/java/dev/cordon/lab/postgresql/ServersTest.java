package dev.cordon.lab.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServersTest {

    @TempDir
    Path folder;

    @Test
    void the_embedded_server_asks_for_its_password_and_ends_when_closed() throws SQLException {
        try (var server = EmbeddedServer.start(folder)) {
            lets_in_by_password_only(server, "18");
            server.close();
            refuses_everybody(server);
        }
    }

    @Test
    void debians_server_asks_for_its_password_and_ends_when_closed() throws SQLException {
        assumeTrue(
                DebianServer.missing().isEmpty(), () -> DebianServer.missing().orElseThrow());

        try (var server = DebianServer.start(folder)) {
            lets_in_by_password_only(server, "15");
            server.close();
            refuses_everybody(server);
        }
    }

    private static void lets_in_by_password_only(Server server, String version) throws SQLException {
        try (var connection = server.connect("postgres")) {
            assertThat(connection.getMetaData().getDatabaseProductVersion()).startsWith(version);
        }
        assertThatThrownBy(() -> server.connect("postgres", Server.ADMIN, "wrong"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    private static void refuses_everybody(Server server) {
        assertThatThrownBy(() -> server.connect("postgres")).isInstanceOf(SQLException.class);
    }
}
