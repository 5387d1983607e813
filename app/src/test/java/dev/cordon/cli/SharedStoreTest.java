package dev.cordon.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cordon.document.PostgresqlUrl;
import dev.cordon.journal.ClaimLost;
import dev.cordon.journal.DatabaseAddress;
import dev.cordon.journal.Entry;
import dev.cordon.journal.JournalException;
import dev.cordon.journal.RunId;
import dev.cordon.journal.RunInUse;
import dev.cordon.journal.SharedStore;
import dev.cordon.journal.Verification;
import dev.cordon.lab.postgresql.DebianServer;
import dev.cordon.plan.Digest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shared store on a real server, which the tests of core cannot start. Needs Debian's PostgreSQL 15. */
class SharedStoreTest {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final RunId RUN = new RunId("RUN-1");
    private static final RunId OTHER = new RunId("RUN-2");

    @TempDir
    static Path folder;

    private static DebianServer server;

    private SharedStore one;
    private SharedStore two;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(
                DebianServer.missing().isEmpty(), () -> DebianServer.missing().orElse(""));
        server = DebianServer.startDurable(Files.createDirectory(folder.resolve("server")));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void open(@TempDir Path temp) throws Exception {
        sql("drop schema public cascade; create schema public");
        one = SharedStore.open(address(server), temp.resolve("one"), CLOCK);
        two = SharedStore.open(address(server), temp.resolve("two"), CLOCK);
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
    }

    @Test
    void what_one_writes_the_other_reads_in_a_whole_chain() {
        try (var _ = one.journal().claim(RUN)) {
            one.journal().append(RUN, "a", "{\"a\":\"ä\\u0000 😀\"}");
            one.journal().append(RUN, "b", "{}");
        }
        try (var _ = two.journal().claim(RUN)) {
            assertThat(two.journal().append(RUN, "c", "{}")).isEqualTo(3);
        }

        assertThat(one.journal().read(RUN)).extracting(Entry::kind).containsExactly("a", "b", "c");
        assertThat(one.journal().read(RUN).getFirst().body()).isEqualTo("{\"a\":\"ä\\u0000 😀\"}");
        assertThat(two.journal().verify(RUN))
                .isInstanceOfSatisfying(
                        Verification.Intact.class,
                        chain -> assertThat(chain.entries()).isEqualTo(3));
    }

    @Test
    void several_that_start_at_once_on_an_empty_database_make_the_tables_once(@TempDir Path temp) throws Exception {
        sql("drop schema public cascade; create schema public");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var opening = IntStream.range(0, 8)
                    .mapToObj(i ->
                            threads.submit(() -> SharedStore.open(address(server), temp.resolve("data" + i), CLOCK)))
                    .toList();

            for (var store : opening) {
                assertThat(store.get().journal().runs()).isEmpty();
                store.get().close();
            }
        }
    }

    @Test
    void a_run_belongs_to_one_until_it_is_given_back() {
        var claim = one.journal().claim(RUN);
        one.journal().append(RUN, "a", "{}");

        assertThatThrownBy(() -> two.journal().claim(RUN))
                .isInstanceOf(RunInUse.class)
                .hasMessageContaining("pid " + ProcessHandle.current().pid());
        assertThat(two.journal().holder(RUN)).isPresent();

        claim.close();

        two.journal().claim(RUN).close();
        assertThat(two.journal().holder(RUN)).isEmpty();
    }

    @Test
    void nothing_is_written_without_a_claim() {
        assertThatThrownBy(() -> one.journal().append(RUN, "a", "{}")).isInstanceOf(ClaimLost.class);

        assertThat(one.journal().read(RUN)).isEmpty();
    }

    @Test
    void who_was_taken_for_dead_writes_nothing_more_and_is_told_before_it_sends() throws Exception {
        var claim = one.journal().claim(RUN);
        one.journal().append(RUN, "a", "{}");
        sql("update claim set until = clock_timestamp() - interval '1 s'");
        try (var _ = two.journal().claim(RUN)) {
            assertThatThrownBy(() -> one.journal().append(RUN, "late", "{}")).isInstanceOf(ClaimLost.class);
            assertThatThrownBy(claim::demand).isInstanceOf(ClaimLost.class);
            two.journal().append(RUN, "b", "{}");
        }
        claim.close();

        assertThat(two.journal().read(RUN)).extracting(Entry::kind).containsExactly("a", "b");
        assertThat(two.journal().verify(RUN)).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void a_stale_claim_that_is_given_back_takes_nothing_from_the_one_who_has_it_now() throws Exception {
        var stale = one.journal().claim(RUN);
        sql("update claim set until = clock_timestamp() - interval '1 s'");
        try (var _ = two.journal().claim(RUN)) {
            stale.close();

            assertThat(one.journal().holder(RUN)).isPresent();
            assertThat(two.journal().append(RUN, "a", "{}")).isEqualTo(1);
        }
    }

    @Test
    void an_entry_that_was_on_its_way_when_the_database_was_restarted_is_recorded_once() {
        try (var _ = one.journal().claim(RUN)) {
            one.journal().append(RUN, "a", "{}");

            server.restart();

            assertThat(one.journal().append(RUN, "b", "{}")).isEqualTo(2);
        }
        assertThat(two.journal().verify(RUN))
                .isInstanceOfSatisfying(
                        Verification.Intact.class,
                        chain -> assertThat(chain.entries()).isEqualTo(2));
    }

    @Test
    void runs_fall_due_when_they_were_told_to_and_nobody_has_them() {
        due(RUN, Optional.of(NOW));
        due(OTHER, Optional.of(NOW.plusSeconds(60)));
        due(new RunId("RUN-3"), Optional.empty());

        assertThat(two.due(NOW, 10)).containsExactly(RUN);
        assertThat(two.due(NOW.plusSeconds(60), 10)).containsExactly(RUN, OTHER);
        two.notBefore(RUN, NOW.plusSeconds(30));
        assertThat(two.due(NOW, 10)).isEmpty();
        try (var _ = one.journal().claim(OTHER)) {
            assertThat(two.due(NOW.plusSeconds(60), 10)).containsExactly(RUN);
        }
    }

    @Test
    void runs_are_listed_the_last_begun_first() {
        due(RUN, Optional.empty());
        due(OTHER, Optional.empty());

        assertThat(two.journal().runs()).containsExactly(OTHER, RUN);
    }

    @Test
    void plans_are_there_for_all() {
        var digest = Digest.of("{}".getBytes(UTF_8));

        one.keepPlan(digest, new byte[] {1});
        one.keepPlan(digest, new byte[] {2});

        assertThat(two.plan(digest))
                .hasValueSatisfying(bytes -> assertThat(bytes).containsExactly(2));
    }

    @Test
    void a_dump_that_is_restored_holds_the_record_and_lets_it_go_on(@TempDir Path temp) throws Exception {
        due(RUN, Optional.of(NOW));
        var dump = temp.resolve("dump.sql");

        program("pg_dump", "--file=" + dump, "postgres");
        sql("drop schema public cascade; create schema public");
        program("psql", "--quiet", "--file=" + dump, "postgres");

        try (var restored = SharedStore.open(address(server), temp.resolve("restored"), CLOCK)) {
            assertThat(restored.journal().verify(RUN)).isInstanceOf(Verification.Intact.class);
            assertThat(restored.due(NOW, 10)).containsExactly(RUN);
            try (var _ = restored.journal().claim(RUN)) {
                assertThat(restored.journal().append(RUN, "b", "{}")).isEqualTo(2);
            }
        }
    }

    @Test
    void workers_are_known_as_long_as_they_say_so() {
        assertThat(two.workers()).isEmpty();

        one.works();
        assertThat(two.workers()).singleElement().asString().contains("pid ");

        one.rests();
        assertThat(two.workers()).isEmpty();
    }

    @Test
    void a_row_that_somebody_changed_is_named() throws Exception {
        try (var _ = one.journal().claim(RUN)) {
            one.journal().append(RUN, "a", "{}");
            one.journal().append(RUN, "b", "{}");
        }

        sql("update entry set body = '[]' where seq = 1");

        assertThat(two.journal().verify(RUN))
                .isInstanceOfSatisfying(
                        Verification.Broken.class,
                        broken -> assertThat(broken.seq()).isEqualTo(1));
    }

    @Test
    void a_server_that_forgets_what_it_committed_is_refused(@TempDir Path temp) throws Exception {
        try (var forgetful = DebianServer.start(Files.createDirectory(temp.resolve("server")))) {
            assertThatThrownBy(() -> SharedStore.open(address(forgetful), temp.resolve("data"), CLOCK))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("fsync");
        }
    }

    @Test
    void a_wrong_password_is_told_in_one_line_without_it(@TempDir Path temp) {
        var url = PostgresqlUrl.parse(server.jdbcUrl("postgres"));
        var wrong = new DatabaseAddress(url, Optional.of("postgres"), Optional.of("s3cret-guess"));

        assertThatThrownBy(() -> SharedStore.open(wrong, temp.resolve("data"), CLOCK))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("refuses the login")
                .message()
                .doesNotContain("s3cret-guess");
        assertThat(wrong.toString()).doesNotContain("s3cret-guess");
    }

    private static void program(String name, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(
                DebianServer.program(name).toString(),
                "--host=127.0.0.1",
                "--port=" + server.port(),
                "--username=postgres"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", server.password());
        var running = builder.start();
        var said = running.inputReader().readAllAsString();
        assertThat(running.waitFor()).as(said).isZero();
    }

    private void due(RunId run, Optional<Instant> at) {
        try (var claim = one.journal().claim(run)) {
            one.journal().append(run, "a", "{}");
            claim.next(at);
        }
    }

    private static DatabaseAddress address(DebianServer of) {
        return new DatabaseAddress(
                PostgresqlUrl.parse(of.jdbcUrl("postgres")), Optional.of("postgres"), Optional.of(of.password()));
    }

    private static void sql(String statement) throws Exception {
        try (var connection = server.connect("postgres");
                var execute = connection.createStatement()) {
            execute.execute(statement);
        }
    }
}
