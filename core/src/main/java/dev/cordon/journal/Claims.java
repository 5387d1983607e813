package dev.cordon.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The runs that this process has taken, and the beats by which it keeps them. Who has a run, and until when, stands in the
 * table {@code claim}, by the database's own clock; one statement takes a run and raises its fence, so whoever had it before
 * can write no more.
 *
 * <p>A process that is killed is taken for dead {@link #LEASE} after its last beat. One that stood still and goes on finds
 * out before it sends anything ({@link Claim#demand}). Safe for any number of threads.
 */
final class Claims implements AutoCloseable {

    static final Duration LEASE = Duration.ofSeconds(5);
    private static final long BEAT_MILLIS = 1000;

    private static final String TAKE = """
            insert into claim as c (run, fence, holder, until, due)
            values (?, 1, ?, clock_timestamp() + ? * interval '1 ms', ?)
            on conflict (run) do update
            set fence = c.fence + 1, holder = excluded.holder, until = excluded.until, due = excluded.due
            where c.holder is null or c.until < clock_timestamp()
            returning fence
            """;
    private static final String BEAT = """
            update claim c set until = clock_timestamp() + ? * interval '1 ms'
            from unnest(?::text[], ?::bigint[]) as held(run, fence)
            where c.run = held.run and c.fence = held.fence and c.holder is not null
            returning c.run
            """;
    private static final String GIVE_BACK =
            "update claim set holder = null, until = null, due = ? where run = ? and fence = ?";
    private static final String HOLDER = "select holder from claim where run = ? and until > clock_timestamp()";

    private final Database database;
    private final Session session;
    private final Clock clock;
    private final String node;
    private final Map<RunId, HeldRun> held = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** @param node what this process is called, for people */
    Claims(Database database, Clock clock, String node) {
        this.database = database;
        this.session = new Session(database);
        this.clock = clock;
        this.node = node;
        Thread.ofPlatform().name("cordon-claims").daemon().start(this::keepBeating);
    }

    /** @throws RunInUse where somebody has it, also another thread of this process */
    Claim take(RunId run) {
        var beat = HeldRun.Beat.now();
        try {
            var now = clock.instant();
            var fence = session.ask(connection -> take(connection, run, now));
            if (fence.isEmpty()) {
                throw new RunInUse(run, holder(run).orElse("which has only just ended"));
            }
            var taken = new HeldRun(run, fence.get(), beat, now);
            held.put(run, taken);
            return new Taken(taken);
        } catch (SQLException e) {
            throw database.trouble(e);
        }
    }

    /** Null where this process has not taken the run, or has lost it. */
    @Nullable
    HeldRun heldHere(RunId run) {
        var here = held.get(run);
        return here == null || here.isLost() ? null : here;
    }

    Optional<String> holder(RunId run) {
        try {
            return session.ask(connection -> {
                try (var select = connection.prepareStatement(HOLDER)) {
                    select.setString(1, run.value());
                    try (var rows = select.executeQuery()) {
                        return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
                    }
                }
            });
        } catch (SQLException e) {
            throw database.trouble(e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        session.close();
    }

    private Optional<Long> take(Connection connection, RunId run, Instant now) throws SQLException {
        try (var take = connection.prepareStatement(TAKE)) {
            take.setString(1, run.value());
            take.setString(2, node);
            take.setLong(3, LEASE.toMillis());
            take.setObject(4, Timestamps.of(Optional.of(now)));
            try (var rows = take.executeQuery()) {
                return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
            }
        }
    }

    /** Not known whether it was given back: it is taken for dead a little later, and looked at then. */
    private void giveBack(HeldRun run) {
        try {
            session.ask(connection -> {
                try (var give = connection.prepareStatement(GIVE_BACK)) {
                    give.setObject(1, Timestamps.of(run.next()));
                    give.setString(2, run.run().value());
                    give.setLong(3, run.fence());
                    return give.executeUpdate();
                }
            });
        } catch (SQLException e) {
            run.loses();
        } finally {
            held.remove(run.run(), run);
        }
    }

    private void keepBeating() {
        try {
            while (!closed.await(BEAT_MILLIS, TimeUnit.MILLISECONDS)) {
                beat(List.copyOf(held.values()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody has reason to; without beats all runs are given up
        }
    }

    /** A beat that fails makes nobody lose anything: it is not sure any more, and the next one tells. */
    private void beat(List<HeldRun> runs) {
        if (runs.isEmpty()) {
            return;
        }
        var beat = HeldRun.Beat.now();
        try {
            var kept = session.ask(connection -> beat(connection, runs));
            runs.forEach(run -> {
                if (kept.contains(run.run().value())) {
                    run.beaten(beat);
                } else {
                    run.loses();
                }
            });
        } catch (SQLException e) {
            // Whoever is about to send something waits for the next one.
        }
    }

    private static List<String> beat(Connection connection, List<HeldRun> runs) throws SQLException {
        var names = runs.stream().map(run -> run.run().value()).toArray(String[]::new);
        var fences = runs.stream().map(HeldRun::fence).toArray(Long[]::new);
        try (var beat = connection.prepareStatement(BEAT)) {
            beat.setLong(1, LEASE.toMillis());
            beat.setArray(2, connection.createArrayOf("text", names));
            beat.setArray(3, connection.createArrayOf("bigint", fences));
            return Rows.texts(beat);
        }
    }

    private final class Taken implements Claim {

        private final HeldRun run;

        Taken(HeldRun run) {
            this.run = run;
        }

        @Override
        public void demand() throws InterruptedException {
            run.demand();
        }

        @Override
        public void next(Optional<Instant> at) {
            run.next(at);
        }

        @Override
        public void close() {
            if (held.get(run.run()) == run) {
                giveBack(run);
            }
        }
    }
}
