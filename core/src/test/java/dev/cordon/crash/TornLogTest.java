package dev.cordon.crash;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.journal.DataFolder;
import dev.cordon.journal.Entry;
import dev.cordon.journal.RunId;
import dev.cordon.journal.Verification;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A machine that loses power leaves the last write to SQLite's log half done. The log's frames carry checksums that
 * continue each other, so SQLite takes it up to the last whole commit before the damage
 * (<a href="https://www.sqlite.org/fileformat2.html#walformat">WAL format, 4.1</a>). A commit is acknowledged after the
 * fsync of all its frames: what a power cut tears was never acknowledged. Nothing can be told of a disk that loses what
 * it has synced, but that what is left is a whole beginning of the record.
 */
final class TornLogTest {

    private static final RunId RUN = new RunId("run");
    private static final int ENTRIES = 12;
    private static final int STEP = 2_003; // a prime: every place in a page is met

    @TempDir
    Path temp;

    /** How long the log was when so many entries were acknowledged. */
    private final List<Long> lengths = new ArrayList<>();

    private Path recorded;
    private int copies;

    /** Copied by another process while this one has it open: closing it properly would empty the log. */
    @BeforeEach
    void record_something() throws Exception {
        var live = temp.resolve("live");
        recorded = temp.resolve("recorded");
        try (var folder = DataFolder.open(live, Clock.systemUTC())) {
            lengths.add(Files.size(log(live)));
            for (var n = 1; n <= ENTRIES; n++) {
                folder.journal().append(RUN, "tried", body(n));
                lengths.add(Files.size(log(live)));
            }
            copy(live, recorded);
        }
    }

    @Test
    void a_log_that_breaks_off_anywhere_holds_all_that_was_acknowledged_until_then() throws Exception {
        for (var length = lengths.get(2); length <= lengths.getLast(); length += STEP) {
            var cut = length;
            var torn = torn(log -> log.truncate(cut));

            holds(torn, acknowledgedIn(cut), "cut off at " + cut);
        }
    }

    @Test
    void a_log_with_a_wrong_byte_anywhere_holds_all_that_stood_before_it() throws Exception {
        for (var place = lengths.get(2); place < lengths.getLast(); place += STEP) {
            var at = place;
            var torn = torn(log -> flip(log, at));

            holds(torn, acknowledgedIn(at), "a wrong byte at " + at);
        }
    }

    @Test
    void half_a_write_behind_the_last_commit_takes_nothing_away() throws Exception {
        for (var length = 1; length < 4_200; length += STEP) {
            var more = ByteBuffer.wrap(new byte[length]);
            var torn = torn(log -> log.write(more, lengths.getLast()));

            holds(torn, ENTRIES, length + " bytes more");
        }
    }

    private void holds(Path torn, int entries, String what) {
        try (var folder = DataFolder.open(torn, Clock.systemUTC())) {
            var journal = folder.journal();

            assertThat(journal.read(RUN))
                    .as(what)
                    .extracting(Entry::body)
                    .isEqualTo(IntStream.rangeClosed(1, entries)
                            .mapToObj(TornLogTest::body)
                            .toList());
            assertThat(journal.append(RUN, "tried", "{}")).as(what).isEqualTo(entries + 1);
            assertThat(journal.verify(RUN))
                    .as(what)
                    .isInstanceOfSatisfying(
                            Verification.Intact.class,
                            intact -> assertThat(intact.entries()).isEqualTo(entries + 1));
        }
    }

    private int acknowledgedIn(long length) {
        return Math.toIntExact(lengths.stream().filter(whole -> whole <= length).count()) - 1;
    }

    private interface Damage {
        void to(FileChannel log) throws IOException;
    }

    private Path torn(Damage damage) throws Exception {
        var torn = temp.resolve("torn-" + copies++);
        copy(recorded, torn);
        try (var log = FileChannel.open(log(torn), READ, WRITE)) {
            damage.to(log);
        }
        return torn;
    }

    private static void flip(FileChannel log, long at) throws IOException {
        var one = ByteBuffer.allocate(1);
        log.read(one, at);
        log.write(ByteBuffer.wrap(new byte[] {(byte) ~one.get(0)}), at);
    }

    private static void copy(Path from, Path to) throws Exception {
        Files.createDirectory(to);
        for (var name : List.of("cordon.db", "cordon.db-wal")) {
            var cp = new ProcessBuilder("cp", from.resolve(name).toString(), to.toString())
                    .inheritIO()
                    .start();
            assertThat(cp.waitFor()).isZero();
        }
    }

    private static Path log(Path folder) {
        return folder.resolve("cordon.db-wal");
    }

    private static String body(int number) {
        return "{\"n\":\"" + ("" + number).repeat(700) + "\"}";
    }
}
