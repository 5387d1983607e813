package dev.cordon.journal;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteOpenMode;

/**
 * The SQLite database {@code cordon.db}: made in one piece under another name, so that an empty one is never ours;
 * opened only when it is ours. WAL with {@code synchronous=FULL}: each commit is an fsync.
 *
 * <p>Nothing else in this process may open the file: closing it would drop SQLite's own locks
 * (<a href="https://www.sqlite.org/howtocorrupt.html">How To Corrupt, 2.2</a>).
 */
final class JournalFile implements JournalSource {

    /** "Cord", so that {@code file(1)} and we know it. */
    private static final int APPLICATION = 0x436f7264;

    private static final int SCHEMA = 1;

    private final Path database;

    JournalFile(Path folder) {
        this.database = folder.resolve("cordon.db");
    }

    /** Makes the database if there is none. Only for the process that holds the folder's lock. */
    void createIfAbsent() {
        if (exists()) {
            return;
        }
        if (Files.exists(beside("-wal"))) {
            throw new JournalException(database + " is missing, but " + beside("-wal") + " is there: restore both from"
                    + " a backup, or use --data with another folder");
        }
        try {
            for (var left : new String[] {".new", ".new-wal", ".new-shm", ".new-journal"}) {
                Files.deleteIfExists(beside(left));
            }
            Files.createFile(beside(".new"), PrivateFolder.OWNER_ONLY); // SQLite gives -wal and -shm the same mode
            fill(beside(".new"));
            Files.move(beside(".new"), database, ATOMIC_MOVE);
            PrivateFolder.sync(database.resolveSibling("."));
        } catch (IOException e) {
            throw Trouble.with(database, e);
        } catch (SQLException e) {
            throw Trouble.with(database, e);
        }
    }

    @Override
    public boolean exists() {
        var found = PrivateFolder.attributes(database);
        if (found.isEmpty()) {
            return false;
        }
        if (!found.get().isRegularFile()) {
            throw new JournalException(database + " is not a file: put it aside, or use --data with another folder");
        }
        if (found.get().size() == 0) { // looked at before SQLite does, which deletes the -wal of an empty database
            throw new JournalException(database + " is empty, so somebody truncated it: restore it from a backup, or"
                    + " use --data with another folder");
        }
        return true;
    }

    /** How many there are: nothing is ever deleted, so it is the highest number that SQLite gave. */
    long entries() {
        if (!exists()) {
            return 0;
        }
        try (var connection = openToRead();
                var select = connection.prepareStatement("select max(rowid) from entry");
                var rows = select.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        } catch (SQLException e) {
            throw trouble(e);
        }
    }

    /** The one connection that writes; stays in auto-commit mode, its user says {@code begin immediate}. */
    Connection openToWrite() throws SQLException {
        var connection = open(database);
        try (var statement = connection.createStatement();
                var mode = statement.executeQuery("pragma journal_mode=wal")) {
            if (!mode.next() || !"wal".equals(mode.getString(1))) {
                throw new JournalException(database + " cannot be switched to its write-ahead log: close whatever"
                        + " else has it open, and try again");
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Connection openToRead() throws SQLException {
        var connection = open(database);
        try (var statement = connection.createStatement()) {
            statement.execute("pragma query_only=true"); // as a parameter it would end up in the file's name
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** From one run to the next by the key, however many entries each has; also those that lack their first entry. */
    @Override
    public String runs() {
        return """
                with recursive known(run) as (
                  select min(run) from entry
                  union all
                  select (select min(run) from entry where run > known.run) from known where known.run is not null
                )
                select run from known where run is not null
                order by (select rowid from entry where entry.run = known.run order by seq limit 1) desc
                """;
    }

    @Override
    public JournalException trouble(SQLException e) {
        return Trouble.with(database, e);
    }

    private Connection open(Path path) throws SQLException {
        var connection = connect(path);
        try {
            checkItIsOurs(connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** By URI, in which a '?' or '%' of the path is escaped; without the right to create, so a typo makes no file. */
    private static Connection connect(Path path) throws SQLException {
        var config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setBusyTimeout(5_000);
        config.setSynchronous(SynchronousMode.FULL);
        config.setJournalSizeLimit(64 << 20);
        return config.createConnection("jdbc:sqlite:" + path.toUri().toASCIIString());
    }

    private void checkItIsOurs(Connection connection) throws SQLException {
        if (number(connection, "application_id") != APPLICATION) {
            throw new JournalException(
                    database + " is the database of another application: use --data with another folder");
        }
        var schema = number(connection, "user_version");
        if (schema != SCHEMA) {
            throw new JournalException(database + " was written by " + (schema > SCHEMA ? "a newer" : "another")
                    + " Cordon (schema " + schema + ", this one knows " + SCHEMA + "): use that one, or use --data"
                    + " with another folder");
        }
    }

    private static int number(Connection connection, String pragma) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("pragma " + pragma)) {
            return result.next() ? result.getInt(1) : -1;
        }
    }

    private static void fill(Path fresh) throws SQLException {
        try (var connection = connect(fresh);
                var statement = connection.createStatement()) {
            statement.execute("pragma journal_mode=wal");
            statement.execute("pragma application_id=" + APPLICATION);
            statement.execute("pragma user_version=" + SCHEMA);
            statement.execute("""
                    create table entry (
                      run  text    not null,
                      seq  integer not null,
                      at   text    not null,
                      kind text    not null,
                      body text    not null,
                      hash text    not null,
                      primary key (run, seq)
                    ) strict
                    """);
        }
    }

    private Path beside(String suffix) {
        return database.resolveSibling(database.getFileName() + suffix);
    }
}
