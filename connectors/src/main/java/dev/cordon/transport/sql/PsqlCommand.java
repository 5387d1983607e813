package dev.cordon.transport.sql;

import dev.cordon.operation.SqlTransaction;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A transaction as a {@code psql} command that works when pasted into a shell. Asks for the password itself. */
final class PsqlCommand {

    private PsqlCommand() {}

    /** @param connection libpq's words for where to connect, without the database */
    static String of(SqlTransaction transaction, Map<String, String> connection) {
        var script = script(transaction);
        var end = end(script);
        return "psql -X -v ON_ERROR_STOP=1 -d " + shellQuoted(conninfo(transaction.database(), connection)) + " <<'"
                + end + "'\n" + script + end;
    }

    /** The statements alone, each on a line. */
    static String heart(SqlTransaction transaction) {
        return transaction.statements().stream()
                .map(statement -> SqlText.toRead(statement).strip().replaceAll("\\s+", " "))
                .collect(Collectors.joining("\n"));
    }

    private static String script(SqlTransaction transaction) {
        var lines = new StringBuilder();
        Session.begin(transaction.terms().read())
                .forEach(line -> lines.append(line).append(";\n"));
        for (var statement : transaction.statements()) {
            lines.append(SqlText.toRead(statement)).append(";\n");
        }
        return lines.append(Session.COMMIT).append(";\n").toString();
    }

    /** A name in the script may hold a line that looks like its end: so the end is one that stands nowhere in it. */
    private static String end(String script) {
        var end = "SQL";
        while (script.contains(end)) {
            end += "_";
        }
        return end;
    }

    /** libpq's connection string: a database called {@code host=evil} must stay a database (PostgreSQL documentation, 34.1.1.1). */
    private static String conninfo(String database, Map<String, String> connection) {
        var words = new TreeMap<>(connection);
        words.put("dbname", database);
        return words.entrySet().stream()
                .map(word -> word.getKey() + "='"
                        + word.getValue().replace("\\", "\\\\").replace("'", "\\'") + "'")
                .collect(Collectors.joining(" "));
    }

    private static String shellQuoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
