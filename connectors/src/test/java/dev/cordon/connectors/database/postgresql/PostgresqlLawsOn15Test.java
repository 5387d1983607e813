package dev.cordon.connectors.database.postgresql;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cordon.lab.laws.ConnectorLaws;
import dev.cordon.lab.laws.LawCase;
import dev.cordon.lab.postgresql.DebianServer;
import dev.cordon.lab.postgresql.Server;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

final class PostgresqlLawsOn15Test extends ConnectorLaws {

    @TempDir
    static Path home;

    private static Server server;

    @BeforeAll
    static void start() {
        assumeTrue(
                DebianServer.missing().isEmpty(), () -> DebianServer.missing().orElseThrow());
        server = DebianServer.start(home);
        ShopCase.use(15, server);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Override
    protected List<LawCase> cases() {
        return List.of(new ShopCase("admin_only on PostgreSQL 15"));
    }
}
