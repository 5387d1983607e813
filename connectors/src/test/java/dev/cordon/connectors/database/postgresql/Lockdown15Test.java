package dev.cordon.connectors.database.postgresql;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cordon.lab.postgresql.DebianServer;
import dev.cordon.lab.postgresql.Server;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class Lockdown15Test extends LockdownTests {

    @TempDir
    static Path home;

    private static Server server;

    @BeforeAll
    static void start() {
        assumeTrue(
                DebianServer.missing().isEmpty(), () -> DebianServer.missing().orElseThrow());
        server = DebianServer.start(home);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Override
    Server server() {
        return server;
    }
}
