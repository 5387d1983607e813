package dev.cordon.demo;

import java.sql.Connection;
import java.sql.SQLException;

/** Something that somebody tried in the database, and what came of it. */
sealed interface Attempt {

    record Worked(String answer) implements Attempt {}

    record Refused(String sqlState, String said) implements Attempt {}

    static Attempt of(Connection connection, String sql) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return new Worked(rows.next() ? rows.getString(1) : "nothing");
        } catch (SQLException e) {
            return refused(e);
        }
    }

    static Attempt refused(SQLException e) {
        var firstLine = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return new Refused(String.valueOf(e.getSQLState()), firstLine);
    }

    default boolean worked() {
        return this instanceof Worked;
    }

    /** What was observed, in words. */
    default String inWords() {
        return switch (this) {
            case Worked(var answer) -> "works, and gets " + answer;
            case Refused(var sqlState, var said) -> "fails: " + said + " (SQLSTATE " + sqlState + ")";
        };
    }
}
