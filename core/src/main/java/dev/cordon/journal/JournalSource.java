package dev.cordon.journal;

import java.sql.Connection;
import java.sql.SQLException;

/** A database with a table {@code entry (run, seq, at, kind, body, hash)} that a {@link JournalReader} asks. */
interface JournalSource {

    /** One that is not there is an empty one. */
    boolean exists();

    Connection openToRead() throws SQLException;

    /** The statement that names all runs, the one that began last first. */
    String runs();

    JournalException trouble(SQLException e);
}
