package dev.cordon.journal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the journal on connections of its own, one per question, beside whoever writes. A database that is not there
 * is an empty one. Safe for any number of threads.
 */
final class JournalReader {

    private final JournalSource source;

    JournalReader(JournalSource source) {
        this.source = source;
    }

    List<Entry> read(RunId run) {
        return ask(List.of(), connection -> {
            var entries = new ArrayList<Entry>();
            eachEntry(connection, run, (link, hash) -> entries.add(entry(run, link, hash)));
            return List.copyOf(entries);
        });
    }

    List<RunId> runs() {
        return ask(List.of(), connection -> {
            var runs = new ArrayList<RunId>();
            try (var select = connection.prepareStatement(source.runs());
                    var rows = select.executeQuery()) {
                while (rows.next()) {
                    runs.add(new RunId(rows.getString(1)));
                }
            }
            return List.copyOf(runs);
        });
    }

    Verification verify(RunId run) {
        return ask(new Verification.Intact(0, ChainLink.START), connection -> {
            var walk = new ChainWalk();
            eachEntry(connection, run, walk::meet);
            return walk.result();
        });
    }

    private <T> T ask(T withoutDatabase, Question<T> question) {
        if (!source.exists()) {
            return withoutDatabase;
        }
        try (var connection = source.openToRead()) {
            return question.of(connection);
        } catch (SQLException e) {
            throw source.trouble(e);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new JournalException(
                    "the journal holds what Cordon never wrote (" + e.getMessage() + "): somebody changed it; restore"
                            + " it from a backup",
                    e);
        }
    }

    private static void eachEntry(Connection connection, RunId run, Visitor visitor) throws SQLException {
        try (var select = connection.prepareStatement(
                "select run, seq, at, kind, body, hash from entry where run = ? order by seq")) {
            select.setString(1, run.value());
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    visitor.meet(link(rows), rows.getString("hash"));
                }
            }
        }
    }

    private static ChainLink link(ResultSet row) throws SQLException {
        return new ChainLink(
                row.getString("run"),
                row.getLong("seq"),
                row.getString("at"),
                row.getString("kind"),
                row.getString("body"));
    }

    private static Entry entry(RunId run, ChainLink link, String hash) {
        return new Entry(run, link.seq(), Instant.parse(link.at()), link.kind(), link.body(), hash);
    }

    private interface Question<T> {
        T of(Connection connection) throws SQLException;
    }

    private interface Visitor {
        void meet(ChainLink link, String hash);
    }
}
