package dev.cordon.transport.sql;

import dev.cordon.document.SecretRef;
import dev.cordon.document.SecretRef.Resolved;
import dev.cordon.operation.Answer;
import dev.cordon.operation.Operation;
import dev.cordon.operation.SqlTransaction;
import dev.cordon.operation.Transport;
import dev.cordon.operation.Value;
import dev.cordon.operation.VendorText;
import dev.cordon.transport.sql.SqlStates.Stage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Runs each transaction in a connection of its own, at most four at a time, so that a server near its limit is not
 * pushed over it and no session stays behind in a database that was to be emptied.
 *
 * <p>Connecting may take 10 s, a statement 60 s, a lock 10 s. A connection that breaks before COMMIT was sent has done
 * nothing (the server takes it back itself); one that breaks after is an answer lost.
 */
public final class JdbcTransport implements Transport {

    private static final int AT_ONCE = 4;
    private static final String CONNECT_SECONDS = "10";
    private static final Duration MOST_TIME_TO_COMMIT = Duration.ofSeconds(5);

    private final SqlServer server;
    private final Map<String, String> environment;
    private final Clock clock;
    private final Semaphore slots = new Semaphore(AT_ONCE);

    /** @param environment where {@code env:NAME} secrets come from; read anew for each connection */
    public JdbcTransport(SqlServer server, Map<String, String> environment, Clock clock) {
        this.server = server;
        this.environment = Map.copyOf(environment);
        this.clock = clock;
    }

    @Override
    public Answer run(Operation operation) throws InterruptedException {
        if (!(operation instanceof SqlTransaction transaction)) {
            throw new IllegalArgumentException("not for a database: " + operation);
        }
        slots.acquire();
        try {
            return switch (password()) {
                case Password.Is(var secret) -> run(transaction, secret);
                case Password.Missing(var why) -> new Answer.Unauthorized(new VendorText(why));
            };
        } finally {
            slots.release();
        }
    }

    /** Only a COMMIT that was on its way can still take effect, and it waits for nothing but the server's disk. */
    @Override
    public Duration patience() {
        return MOST_TIME_TO_COMMIT;
    }

    @Override
    public String render(Operation operation) {
        var connection = new TreeMap<>(server.parameters());
        connection.put("host", server.host());
        connection.put("port", String.valueOf(server.port()));
        connection.put("user", server.user());
        return PsqlCommand.of((SqlTransaction) operation, connection);
    }

    @Override
    public String brief(Operation operation) {
        return PsqlCommand.heart((SqlTransaction) operation);
    }

    private Answer run(SqlTransaction transaction, Optional<String> secret) {
        var states = new SqlStates(clock.instant(), secret);
        var stage = Stage.CONNECTING;
        try (var connection = connect(transaction.database(), secret)) {
            stage = Stage.BEFORE_COMMIT;
            var answer = work(connection, transaction);
            stage = transaction.terms().read() ? Stage.BEFORE_COMMIT : Stage.COMMITTING;
            execute(connection, Session.COMMIT);
            return new Answer.Ok(answer);
        } catch (SQLException e) {
            return states.answer(e, stage);
        } catch (IllegalArgumentException e) {
            return new Answer.Rejected("name", new VendorText(String.valueOf(e.getMessage())));
        }
    }

    private static JsonNode work(Connection connection, SqlTransaction transaction) throws SQLException {
        for (var line : Session.begin(transaction.terms().read())) {
            execute(connection, line);
        }
        JsonNode answer = JsonNodeFactory.instance.objectNode();
        for (var statement : transaction.statements()) {
            answer = execute(connection, statement);
        }
        return answer;
    }

    private static JsonNode execute(Connection connection, SqlTransaction.Statement statement) throws SQLException {
        try (var prepared = connection.prepareStatement(SqlText.toSend(statement))) {
            for (var i = 0; i < statement.values().size(); i++) {
                prepared.setString(i + 1, bound(statement.values().get(i)));
            }
            prepared.execute();
            return Rows.of(prepared);
        }
    }

    private static @Nullable String bound(Value value) {
        return value.json().isNull() ? null : value.text();
    }

    private static void execute(Connection connection, String text) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    private Connection connect(String database, Optional<String> secret) throws SQLException {
        var properties = new Properties();
        properties.putAll(server.parameters());
        properties.setProperty("user", server.user());
        secret.ifPresent(password -> properties.setProperty("password", password));
        properties.setProperty("ApplicationName", "cordon");
        properties.setProperty("stringtype", "unspecified"); // a text is cast to what the statement says
        properties.setProperty("loginTimeout", CONNECT_SECONDS);
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("tcpKeepAlive", "true");
        var longest = Session.LONGEST_STATEMENT.plusSeconds(10).toSeconds();
        properties.setProperty("socketTimeout", String.valueOf(longest));
        return DriverManager.getConnection(url(database), properties);
    }

    private String url(String database) {
        var host = server.host().contains(":") ? "[" + server.host() + "]" : server.host();
        return "jdbc:postgresql://" + host + ":" + server.port() + "/"
                + URLEncoder.encode(database, StandardCharsets.UTF_8);
    }

    private sealed interface Password {
        record Is(Optional<String> secret) implements Password {
            @Override
            public String toString() {
                return "***";
            }
        }

        record Missing(String why) implements Password {}
    }

    private Password password() {
        if (server.password().isEmpty()) {
            return new Password.Is(Optional.empty());
        }
        SecretRef reference = server.password().get();
        return switch (reference.resolve(environment)) {
            case Resolved.Known(var secret) -> new Password.Is(Optional.of(secret));
            case Resolved.Unknown(var why) -> new Password.Missing(why);
        };
    }
}
