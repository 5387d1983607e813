package dev.cordon.connectors.database.postgresql;

import dev.cordon.lab.postgresql.EmbeddedServer;
import dev.cordon.lab.postgresql.Server;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class Lockdown18Test extends LockdownTests {

    @TempDir
    static Path home;

    private static Server server;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.start(home);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    Server server() {
        return server;
    }
}
