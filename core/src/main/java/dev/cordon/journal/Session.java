package dev.cordon.journal;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** One connection that is opened when it is needed, and anew after it was lost. One question at a time. */
final class Session implements AutoCloseable {

    private final Database database;
    private @Nullable Connection connection; // guarded by this

    Session(Database database) {
        this.database = database;
    }

    /** What is asked of the database. */
    interface Question<T> {
        T of(Connection connection) throws SQLException;
    }

    /** @throws SQLException also where it is not known whether the statement was carried out */
    synchronized <T> T ask(Question<T> question) throws SQLException {
        var open = connection;
        if (open == null || open.isClosed()) {
            open = database.openToWrite();
            connection = open;
        }
        try {
            return question.of(open);
        } catch (SQLException e) {
            if (DatabaseTrouble.isGone(e)) {
                close();
            }
            throw e;
        }
    }

    @Override
    public synchronized void close() {
        var closing = connection;
        connection = null;
        if (closing != null) {
            try {
                closing.close();
            } catch (SQLException e) {
                // Nothing depends on it: every statement was committed when it was answered.
            }
        }
    }
}
