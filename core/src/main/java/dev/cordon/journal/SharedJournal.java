package dev.cordon.journal;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The journal in a PostgreSQL database, to which any number of processes write, each to the runs that it has claimed. */
final class SharedJournal implements Journal {

    private static final String DUE = """
            select run from claim
            where due <= ? and (holder is null or until < clock_timestamp())
            order by due limit ?
            """;
    private static final String LATER =
            "update claim set due = greatest(due, ?) where run = ? and holder is null and due is not null";

    private final Database database;
    private final JournalReader reader;
    private final Claims claims;
    private final JournalWriter writer;
    private final Session session;

    SharedJournal(Database database, Clock clock, String node) {
        this.database = database;
        this.reader = new JournalReader(database);
        this.claims = new Claims(database, clock, node);
        this.writer = new JournalWriter(new SharedCommit(database, claims), clock);
        this.session = new Session(database);
    }

    @Override
    public long append(RunId run, String kind, String body) {
        return writer.append(run, kind, body);
    }

    @Override
    public Claim claim(RunId run) {
        return claims.take(run);
    }

    @Override
    public Optional<String> holder(RunId run) {
        return claims.holder(run);
    }

    @Override
    public List<Entry> read(RunId run) {
        return reader.read(run);
    }

    @Override
    public List<RunId> runs() {
        return reader.runs();
    }

    @Override
    public Verification verify(RunId run) {
        return reader.verify(run);
    }

    /** Runs that somebody is to look at now and that nobody has, what is overdue longest first. */
    List<RunId> due(Instant now, int atMost) {
        return asked(connection -> {
            try (var select = connection.prepareStatement(DUE)) {
                select.setObject(1, Timestamps.of(Optional.of(now)));
                select.setInt(2, atMost);
                return Rows.texts(select).stream().map(RunId::new).toList();
            }
        });
    }

    /** Nobody looks at the run before that, unless it is due never. */
    void notBefore(RunId run, Instant time) {
        asked(connection -> {
            try (var later = connection.prepareStatement(LATER)) {
                later.setObject(1, Timestamps.of(Optional.of(time)));
                later.setString(2, run.value());
                return later.executeUpdate();
            }
        });
    }

    <T> T asked(Session.Question<T> question) {
        try {
            return session.ask(question);
        } catch (SQLException e) {
            throw database.trouble(e);
        }
    }

    @Override
    public void close() {
        writer.close();
        claims.close();
        session.close();
    }
}
