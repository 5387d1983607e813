package dev.cordon.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Appending and reading in one process. */
final class JournalTest {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final RunId RUN = new RunId("run");
    private static final RunId OTHER = new RunId("other");

    @TempDir
    Path temp;

    private Path path;
    private DataFolder folder;
    private Journal journal;

    @BeforeEach
    void open() {
        path = temp.resolve("data");
        folder = DataFolder.open(path, Clock.fixed(NOW, ZoneOffset.UTC));
        journal = folder.journal();
    }

    @AfterEach
    void close() {
        folder.close();
    }

    @Test
    void an_entry_is_read_as_it_was_appended() {
        var seq = journal.append(RUN, "judged", "{\"a\":\"ä\\u0000 😀\"}");

        var entry = journal.read(RUN).getFirst();

        assertThat(seq).isEqualTo(1);
        assertThat(entry.run()).isEqualTo(RUN);
        assertThat(entry.seq()).isEqualTo(1);
        assertThat(entry.at()).isEqualTo(NOW);
        assertThat(entry.kind()).isEqualTo("judged");
        assertThat(entry.body()).isEqualTo("{\"a\":\"ä\\u0000 😀\"}");
        assertThat(entry.hash()).matches("[0-9a-f]{64}");
    }

    @Test
    void each_run_counts_for_itself() {
        assertThat(journal.append(RUN, "a", "{}")).isEqualTo(1);
        assertThat(journal.append(OTHER, "a", "{}")).isEqualTo(1);
        assertThat(journal.append(RUN, "a", "{}")).isEqualTo(2);
    }

    @Test
    void runs_are_listed_the_last_begun_first() {
        journal.append(RUN, "a", "{}");
        journal.append(OTHER, "a", "{}");
        journal.append(RUN, "a", "{}");

        assertThat(journal.runs()).containsExactly(OTHER, RUN);
    }

    @Test
    void a_run_that_is_not_known_is_empty_and_intact() {
        assertThat(journal.read(RUN)).isEmpty();
        assertThat(journal.verify(RUN)).isEqualTo(new Verification.Intact(0, "0".repeat(64)));
    }

    @Test
    void a_reopened_journal_goes_on_where_it_stopped() {
        journal.append(RUN, "a", "{}");
        folder.close();

        open();

        assertThat(journal.append(RUN, "b", "{}")).isEqualTo(2);
        assertThat(journal.verify(RUN)).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void a_thousand_threads_give_each_run_numbers_without_a_gap() throws Exception {
        var runs = IntStream.range(0, 10).mapToObj(i -> new RunId("run-" + i)).toList();
        var appends = new ArrayList<Callable<Long>>();
        for (var thread = 0; thread < 1_000; thread++) {
            var run = runs.get(thread % runs.size());
            appends.add(() -> journal.append(run, "a", "{}"));
        }

        var seqs = new ArrayList<Long>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : threads.invokeAll(appends)) {
                seqs.add(one.get());
            }
        }

        var upTo100 = LongStream.rangeClosed(1, 100).boxed().toList();
        for (var i = 0; i < runs.size(); i++) {
            var first = i;
            assertThat(IntStream.range(0, 100).mapToObj(n -> seqs.get(first + n * runs.size())))
                    .containsExactlyInAnyOrderElementsOf(upTo100);
            assertThat(journal.read(runs.get(i))).extracting(Entry::seq).isEqualTo(upTo100);
            assertThat(journal.verify(runs.get(i))).isInstanceOf(Verification.Intact.class);
        }
    }

    @Test
    void a_reader_beside_the_writer_sees_every_entry_that_was_acknowledged() throws Exception {
        var written = new AtomicBoolean();
        var looks = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var reading = DataFolder.openForReading(path)) {
            var writer = threads.submit(() -> {
                for (var n = 1; n <= 300; n++) {
                    journal.append(RUN, "a", "{}");
                }
                written.set(true);
            });
            var seen = 0;
            for (var more = true; more; looks++) {
                more = !written.get();
                var entries = reading.journal().read(RUN);
                assertThat(entries).hasSizeGreaterThanOrEqualTo(seen);
                assertThat(reading.journal().verify(RUN)).isInstanceOf(Verification.Intact.class);
                seen = entries.size();
            }
            writer.get();
            assertThat(seen).isEqualTo(300);
        }
        assertThat(looks).isPositive();
    }

    @Test
    void a_journal_opened_for_reading_refuses_to_append() {
        try (var reading = DataFolder.openForReading(path)) {
            assertThatThrownBy(() -> reading.journal().append(RUN, "a", "{}"))
                    .isInstanceOf(JournalException.class)
                    .hasMessage("the journal was opened for reading: nothing was recorded");
        }
    }

    @Test
    void an_interrupted_thread_still_hears_what_is_on_record_and_stays_interrupted() {
        Thread.currentThread().interrupt();

        var seq = journal.append(RUN, "a", "{}");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(seq).isEqualTo(1);
    }

    @Test
    @Timeout(60)
    void an_interrupted_thread_still_waits_for_the_last_entries_and_frees_the_folder() throws Exception {
        var closing = Thread.currentThread();
        try (var busy = DriverManager.getConnection("jdbc:sqlite:" + path.resolve("cordon.db"));
                var lock = busy.createStatement();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            lock.execute("begin immediate");
            var handedIn = Thread.startVirtualThread(() -> journal.append(RUN, "a", "{}"));
            until(handedIn, Thread.State.TIMED_WAITING);
            threads.submit(() -> {
                until(closing, Thread.State.TIMED_WAITING);
                return lock.execute("commit");
            });
            closing.interrupt();
            folder.close();
            assertThat(Thread.interrupted()).isTrue();
        }
        open();
        assertThat(journal.read(RUN)).hasSize(1);
    }

    @Test
    void closing_records_what_was_handed_in_and_refuses_the_rest() throws Exception {
        var start = new CountDownLatch(1);
        var appends = new ArrayList<Future<Long>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var thread = 0; thread < 200; thread++) {
                appends.add(threads.submit(() -> {
                    start.await();
                    return journal.append(RUN, "a", "{}");
                }));
            }
            start.countDown();
            folder.close();
        }
        var acknowledged = new ArrayList<Long>();
        for (var append : appends) {
            try {
                acknowledged.add(append.get());
            } catch (ExecutionException e) {
                assertThat(e.getCause()).hasMessage("the journal is closed: the entry was not recorded");
            }
        }

        open();

        assertThat(journal.read(RUN)).extracting(Entry::seq).containsExactlyInAnyOrderElementsOf(acknowledged);
    }

    @Test
    void closing_twice_is_closing_once() {
        folder.close();
        folder.close();

        assertThatThrownBy(() -> journal.append(RUN, "a", "{}")).hasMessageContaining("is closed");
    }

    @Test
    void an_entry_that_somebody_else_got_ahead_of_is_refused_alone_and_the_run_goes_on_after_it() throws Exception {
        journal.append(RUN, "a", "{}");
        try (var foreign = DriverManager.getConnection("jdbc:sqlite:" + path.resolve("cordon.db"));
                var insert = foreign.createStatement()) {
            insert.execute("insert into entry values ('run', 2, '2026-01-05T10:00:00Z', 'a', '{}', 'x')");
        }

        assertThatThrownBy(() -> journal.append(RUN, "b", "{}"))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("run was written to by somebody else");

        assertThat(journal.append(OTHER, "a", "{}")).isEqualTo(1);
        assertThat(journal.append(RUN, "b", "{}")).isEqualTo(3);
        assertThat(journal.verify(RUN))
                .isEqualTo(new Verification.Broken(2, "entry 2 was changed, put in or moved: its hash does not fit"));
    }

    @Test
    void every_commit_is_an_fsync() throws Exception {
        try (var connection = new JournalFile(path).openToWrite();
                var statement = connection.createStatement();
                var synchronous = statement.executeQuery("pragma synchronous")) {
            assertThat(synchronous.getInt(1)).as("2 is FULL").isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a'b", "ä"})
    void what_is_no_kind_is_refused(String kind) {
        assertThatThrownBy(() -> journal.append(RUN, kind, "{}")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_body_that_utf8_cannot_hold_is_refused() {
        for (var body : List.of("a\0b", "half \ud83d of a pair")) {
            assertThatThrownBy(() -> journal.append(RUN, "a", body)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(journal.read(RUN)).isEmpty();
    }

    private static void until(Thread thread, Thread.State state) {
        while (thread.getState() != state) {
            Thread.yield();
        }
    }
}
