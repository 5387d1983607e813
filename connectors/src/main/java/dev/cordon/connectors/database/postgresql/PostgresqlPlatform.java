package dev.cordon.connectors.database.postgresql;

import dev.cordon.action.PlatformName;
import dev.cordon.operation.Transport;
import dev.cordon.plan.Connector;
import dev.cordon.plan.Platform;
import dev.cordon.plan.Reader;
import dev.cordon.plan.View;
import dev.cordon.transport.sql.JdbcTransport;
import dev.cordon.transport.sql.SqlServer;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** One server and the account that Cordon has on it. Keeps no connection open. */
final class PostgresqlPlatform implements Platform {

    private final Sql sql;
    private final Transport transport;

    PostgresqlPlatform(
            PlatformName name, SqlServer server, String maintenance, Map<String, String> environment, Clock clock) {
        this.sql = new Sql(name, maintenance);
        this.transport = new JdbcTransport(server, environment, clock);
    }

    @Override
    public PlatformName name() {
        return sql.on();
    }

    @Override
    public String type() {
        return PostgresqlType.NAME;
    }

    @Override
    public List<Connector<?, ?>> connectors() {
        return List.of(new PostgresqlLockdown(sql));
    }

    @Override
    public Transport transport() {
        return transport;
    }

    @Override
    public Map<String, View> views() {
        return Views.ALL;
    }

    @Override
    public List<Finding> examine(Reader reader) {
        return new Examination(sql, reader).findings();
    }

    @Override
    public void close() {
        // each transaction has closed its own connection
    }
}
