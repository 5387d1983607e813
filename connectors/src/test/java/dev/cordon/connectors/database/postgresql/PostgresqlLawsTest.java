package dev.cordon.connectors.database.postgresql;

import dev.cordon.lab.laws.ConnectorLaws;
import dev.cordon.lab.laws.LawCase;
import dev.cordon.lab.postgresql.EmbeddedServer;
import dev.cordon.lab.postgresql.Server;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

final class PostgresqlLawsTest extends ConnectorLaws {

    @TempDir
    static Path home;

    private static Server server;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.start(home);
        ShopCase.use(18, server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    protected List<LawCase> cases() {
        return List.of(new ShopCase("read_only on PostgreSQL 18"), new ShopCase("full_lockdown on PostgreSQL 18"));
    }
}
