package dev.cordon.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The PostgreSQL database of a {@link SharedStore}: connects, makes the tables where there are none, and refuses what
 * would not keep its word. Its tables stand in {@code shared-1.sql}.
 *
 * <p>A commit is durable when it returns: a server without {@code fsync} is refused, and {@code synchronous_commit = off}
 * is switched on for Cordon's own sessions
 * (<a href="https://www.postgresql.org/docs/current/runtime-config-wal.html">Write Ahead Log</a>).
 */
final class Database implements JournalSource {

    private static final int SCHEMA = 1;
    private static final long MIGRATING = 0x436f72646f6eL; // "Cordon": the advisory lock of whoever makes the tables

    /** Asks the catalogue itself: {@code to_regclass} goes by what this session has cached of it. */
    private static final String THERE = """
            select exists (
              select from pg_class c join pg_namespace n on n.oid = c.relnamespace
              where c.relname = 'cordon_schema' and n.nspname = any (current_schemas(false)))
            """;

    private final DatabaseAddress address;

    Database(DatabaseAddress address) {
        this.address = address;
    }

    /** Makes the tables where there are none. */
    void prepare() {
        try (var connection = connect()) {
            if (!isOurs(connection)) {
                create(connection);
            }
            refuseForgetful(connection);
        } catch (SQLException e) {
            throw trouble(e);
        }
    }

    /** Its tables were made when it was prepared. */
    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public Connection openToRead() throws SQLException {
        var connection = connect();
        try {
            connection.setReadOnly(true);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Stays in auto-commit mode: a process that is stopped at any moment holds no transaction open. */
    Connection openToWrite() throws SQLException {
        var connection = connect();
        try (var statement = connection.createStatement()) {
            statement.execute("select set_config('synchronous_commit', 'on', false)"
                    + " where current_setting('synchronous_commit') = 'off'");
            statement.execute("set idle_in_transaction_session_timeout = '2s'");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public String runs() {
        return "select run from claim where exists (select from entry where entry.run = claim.run) order by begun desc";
    }

    @Override
    public JournalException trouble(SQLException e) {
        return DatabaseTrouble.with(address, e);
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(address.url().text(), address.properties());
    }

    private boolean isOurs(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var there = statement.executeQuery(THERE)) {
            if (!there.next() || !there.getBoolean(1)) {
                return false;
            }
        }
        try (var statement = connection.createStatement();
                var version = statement.executeQuery("select version from cordon_schema")) {
            var found = version.next() ? version.getInt(1) : 0;
            if (found != SCHEMA) {
                throw new JournalException(address + " was written by " + (found > SCHEMA ? "a newer" : "another")
                        + " Cordon (schema " + found + ", this one knows " + SCHEMA + "): use that one");
            }
            return true;
        }
    }

    /** Several processes may start at once: one makes the tables, the others wait and find them. */
    private void create(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + MIGRATING + ")");
            if (!isOurs(connection)) {
                statement.execute(script());
            }
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void refuseForgetful(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var fsync = statement.executeQuery("select current_setting('fsync')")) {
            if (fsync.next() && "off".equals(fsync.getString(1))) {
                throw new JournalException(
                        address + " runs with fsync = off, so that a power cut would take the record of"
                                + " what is in force: switch it on in postgresql.conf and reload");
            }
        }
    }

    private static String script() {
        try (var in = Database.class.getResourceAsStream("shared-1.sql")) {
            if (in == null) {
                throw new IllegalStateException("shared-1.sql is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
