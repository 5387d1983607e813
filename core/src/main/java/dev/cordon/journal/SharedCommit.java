package dev.cordon.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Writes all entries that wait in one statement, which is one commit. The join drops what was written under a fence that is
 * not the run's any more; {@code for share} makes that hold until the commit. A statement whose answer was lost is settled
 * by looking whether it was carried out, once the database answers again. For one thread.
 */
final class SharedCommit implements Commits {

    /** Shorter than what those wait who wrote the entries. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private static final long PAUSE_MILLIS = 250;

    private static final String INSERT = """
            insert into entry (run, seq, at, kind, body, hash)
            select e.run, e.seq, e.at, e.kind, e.body, e.hash
            from unnest(?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[])
              as e(run, seq, fence, at, kind, body, hash)
            join claim c on c.run = e.run and c.fence = e.fence for share of c
            returning hash
            """;
    private static final String HEAD = "select seq, hash from entry where run = ? order by seq desc limit 1";
    private static final String THERE = "select hash from entry where hash = any (?::text[]) and run = any (?::text[])";

    private final Database database;
    private final Session session;
    private final Claims claims;
    private final Map<RunId, Head> heads = new HashMap<>();

    SharedCommit(Database database, Claims claims) {
        this.database = database;
        this.session = new Session(database);
        this.claims = claims;
    }

    /** How far a run is recorded, for whoever has it under this fence. */
    private record Head(long fence, long seq, String hash) {}

    /** An entry at its place in the chain. */
    private record Row(Waiting entry, HeldRun run, ChainLink link, String hash) {}

    @Override
    public void commit(List<Waiting> batch) {
        try {
            var rows = new ArrayList<Row>();
            var written = until(
                    connection -> {
                        rows.clear();
                        rows.addAll(place(held(batch), connection));
                        return rows.isEmpty() ? Set.of() : insert(connection, rows);
                    },
                    connection -> there(connection, rows));
            rows.forEach(row -> answer(row, written.contains(row.hash())));
        } catch (SQLException e) {
            heads.clear();
            fail(batch, database.trouble(e));
        } catch (RuntimeException | Error e) {
            heads.clear();
            fail(batch, new JournalException("the journal failed, nothing was recorded: " + e, e));
        }
    }

    @Override
    public void close() {
        session.close();
    }

    /** Answers at once what this process has no right to write. */
    private Map<Waiting, HeldRun> held(List<Waiting> batch) {
        var held = new LinkedHashMap<Waiting, HeldRun>();
        for (var entry : batch) {
            var run = claims.heldHere(entry.run());
            if (run == null) {
                entry.seq().completeExceptionally(new ClaimLost(entry.run()));
            } else {
                held.put(entry, run);
            }
        }
        return held;
    }

    private List<Row> place(Map<Waiting, HeldRun> held, Connection connection) throws SQLException {
        var staged = new HashMap<RunId, Head>();
        var rows = new ArrayList<Row>();
        for (var one : held.entrySet()) {
            var entry = one.getKey();
            var before = staged.get(entry.run());
            if (before == null) {
                before = head(connection, one.getValue());
            }
            var link = new ChainLink(
                    entry.run().value(), before.seq() + 1, entry.at().toString(), entry.kind(), entry.body());
            var hash = link.hashAfter(before.hash());
            staged.put(entry.run(), new Head(before.fence(), link.seq(), hash));
            rows.add(new Row(entry, one.getValue(), link, hash));
        }
        return rows;
    }

    private Head head(Connection connection, HeldRun run) throws SQLException {
        var known = heads.get(run.run());
        if (known != null && known.fence() == run.fence()) {
            return known;
        }
        try (var select = connection.prepareStatement(HEAD)) {
            select.setString(1, run.run().value());
            try (var found = select.executeQuery()) {
                return found.next()
                        ? new Head(run.fence(), found.getLong(1), found.getString(2))
                        : new Head(run.fence(), 0, ChainLink.START);
            }
        }
    }

    private static Set<String> insert(Connection connection, List<Row> rows) throws SQLException {
        try (var insert = connection.prepareStatement(INSERT)) {
            texts(insert, 1, rows, row -> row.link().run());
            numbers(insert, 2, rows, row -> row.link().seq());
            numbers(insert, 3, rows, row -> row.run().fence());
            texts(insert, 4, rows, row -> row.link().at());
            texts(insert, 5, rows, row -> row.link().kind());
            texts(insert, 6, rows, row -> row.link().body());
            texts(insert, 7, rows, Row::hash);
            return new HashSet<>(Rows.texts(insert));
        }
    }

    private static Set<String> there(Connection connection, List<Row> rows) throws SQLException {
        try (var select = connection.prepareStatement(THERE)) {
            texts(select, 1, rows, Row::hash);
            texts(select, 2, rows, row -> row.link().run());
            return new HashSet<>(Rows.texts(select));
        }
    }

    private void answer(Row row, boolean written) {
        if (written) {
            heads.put(row.entry().run(), new Head(row.run().fence(), row.link().seq(), row.hash()));
            row.entry().seq().complete(row.link().seq());
        } else {
            heads.remove(row.entry().run());
            row.run().loses();
            row.entry().seq().completeExceptionally(new ClaimLost(row.entry().run()));
        }
    }

    /** Asks again while the database is gone; what may have been carried out is looked for first. */
    private Set<String> until(Session.Question<Set<String>> writes, Session.Question<Set<String>> looks)
            throws SQLException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        var unknown = false;
        while (true) {
            try {
                var found = unknown ? session.ask(looks) : Set.<String>of();
                return found.isEmpty() ? session.ask(writes) : found;
            } catch (SQLException e) {
                if (!DatabaseTrouble.isGone(e) || System.nanoTime() - until > 0 || !paused()) {
                    throw e;
                }
                unknown = true;
                heads.clear();
            }
        }
    }

    private static boolean paused() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void texts(PreparedStatement to, int at, List<Row> rows, Function<Row, String> of)
            throws SQLException {
        var all = rows.stream().map(of).toArray(String[]::new);
        to.setArray(at, to.getConnection().createArrayOf("text", all));
    }

    private static void numbers(PreparedStatement to, int at, List<Row> rows, Function<Row, Long> of)
            throws SQLException {
        var all = rows.stream().map(of).toArray(Long[]::new);
        to.setArray(at, to.getConnection().createArrayOf("bigint", all));
    }

    private static void fail(List<Waiting> batch, JournalException why) {
        batch.forEach(entry -> entry.seq().completeExceptionally(why));
    }
}
