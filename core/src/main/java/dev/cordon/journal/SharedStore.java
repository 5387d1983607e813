package dev.cordon.journal;

import dev.cordon.operation.EvidenceStore;
import dev.cordon.plan.Digest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What several processes, on one machine or on many, share: journal and plans in a PostgreSQL database. Each works on the
 * runs that it has claimed ({@link Journal#claim}). Evidence stays in the data folder of the process that captured it.
 *
 * <p>Opening connects. The tables are made where there are none.
 */
public final class SharedStore implements Store {

    private static final Duration WORKER_LIVES = Duration.ofSeconds(15);

    private static final String KEEP = "insert into plan (digest, body) values (?, ?)"
            + " on conflict (digest) do update set body = excluded.body";

    private final SharedJournal journal;
    private final EvidenceStore evidence;
    private final Path own;
    private final String node;

    private SharedStore(SharedJournal journal, EvidenceStore evidence, Path own, String node) {
        this.own = own;
        this.journal = journal;
        this.evidence = evidence;
        this.node = node;
    }

    /**
     * @param folder of this process, for evidence; made where it is missing, except for its parent
     * @throws JournalException where the database cannot be reached, or would not keep what it has answered
     */
    public static SharedStore open(DatabaseAddress address, Path folder, Clock clock) {
        var database = new Database(address);
        database.prepare();
        var own = folder.toAbsolutePath();
        PrivateFolder.prepare(own);
        PrivateFolder.inside(own, "evidence");
        var node = node(clock);
        return new SharedStore(
                new SharedJournal(database, clock, node), new EvidenceFiles(own.resolve("evidence")), own, node);
    }

    @Override
    public Journal journal() {
        return journal;
    }

    /** Nothing is sealed yet where several nodes work: each would make a secret of its own. */
    @Override
    public SealedFiles sealed(Optional<SealingKey> key) {
        return new SealedFiles(own.resolve("sealed"), own.resolve("tmp"), Optional.empty());
    }

    /** Of this process's own folder: what another node has captured is there. */
    @Override
    public EvidenceStore evidence() {
        return evidence;
    }

    @Override
    public void keepPlan(Digest digest, byte[] canonicalJson) {
        journal.asked(connection -> {
            try (var insert = connection.prepareStatement(KEEP)) {
                insert.setString(1, digest.value());
                insert.setBytes(2, canonicalJson);
                return insert.executeUpdate();
            }
        });
    }

    @Override
    public Optional<byte[]> plan(Digest digest) {
        return journal.asked(connection -> {
            try (var select = connection.prepareStatement("select body from plan where digest = ?")) {
                select.setString(1, digest.value());
                try (var rows = select.executeQuery()) {
                    return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
                }
            }
        });
    }

    /** Runs that somebody is to look at now and that nobody works on, what is overdue longest first. */
    public List<RunId> due(Instant now, int atMost) {
        return journal.due(now, atMost);
    }

    /** Nobody is to look at the run before that time. */
    public void notBefore(RunId run, Instant time) {
        journal.notBefore(run, time);
    }

    /** This process is a worker, for a quarter of a minute from now. */
    public void works() {
        journal.asked(connection -> {
            try (var insert = connection.prepareStatement("insert into worker (name, until)"
                    + " values (?, clock_timestamp() + ? * interval '1 ms')"
                    + " on conflict (name) do update set until = excluded.until")) {
                insert.setString(1, node);
                insert.setLong(2, WORKER_LIVES.toMillis());
                return insert.executeUpdate();
            }
        });
    }

    /** This process is no worker any more. */
    public void rests() {
        journal.asked(connection -> {
            try (var delete = connection.prepareStatement(
                    "delete from worker where name = ? or until < clock_timestamp() - interval '1 day'")) {
                delete.setString(1, node);
                return delete.executeUpdate();
            }
        });
    }

    /** The workers that live. */
    public List<String> workers() {
        return journal.asked(connection -> {
            try (var select = connection.prepareStatement(
                    "select name from worker where until > clock_timestamp() order by name")) {
                return Rows.texts(select);
            }
        });
    }

    @Override
    public void close() {
        journal.close();
    }

    /** As {@code pid 4711 on gw1, since 2026-…}. */
    private static String node(Clock clock) {
        return "pid " + ProcessHandle.current().pid() + " on " + host() + ", since "
                + clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "a host without a name";
        }
    }
}
