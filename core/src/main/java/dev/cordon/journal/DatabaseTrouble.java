package dev.cordon.journal;

import java.sql.SQLException;

/**
 * Turns what PostgreSQL says into one line that tells a person what to do, by its
 * <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">SQLSTATE</a>.
 */
final class DatabaseTrouble {

    private DatabaseTrouble() {}

    static JournalException with(DatabaseAddress address, SQLException e) {
        return new JournalException("the store " + address + " " + why(e), e);
    }

    private static String why(SQLException e) {
        var state = e.getSQLState() == null ? "" : e.getSQLState();
        return switch (state) {
            case "28P01", "28000" -> "refuses the login: look at 'user' and 'password' of 'store', and at pg_hba.conf";
            case "3D000" -> "has no such database: create it, owned by the user of 'store'";
            case "42501" -> "refuses it: the user of 'store' lacks a right (" + e.getMessage() + ")";
            case "53100" -> "has a full disk: free some space and try again; what was recorded is safe";
            case "25006" -> "is read-only: name the primary server, not a standby";
            case "53300" -> "takes no more connections: raise max_connections";
            default ->
                isGone(e)
                        ? "cannot be reached: is the server up, and the way to it open? (" + e.getMessage() + ")"
                        : "failed: " + e.getMessage();
        };
    }

    /** The connection is of no more use, and whether the last statement was carried out is not known. */
    static boolean isGone(SQLException e) {
        var state = e.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57P");
    }
}
