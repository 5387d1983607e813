package dev.cordon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.journal.DataFolder;
import dev.cordon.journal.WorkerSeat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cordon work}, what it says, and what the other commands say of an end. */
class WorkCommandTest {

    private static final Duration TWO_HOURS = Duration.ofHours(2);

    private Bench bench;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        bench = new Bench(folder);
    }

    @Test
    void apply_and_plan_say_that_nothing_will_undo_it_unless_a_worker_runs() {
        var planned = bench.block("plan", "ttl=2h");
        var applied = bench.block("apply", "--yes", "ttl=2h");

        assertThat(planned.out()).contains("2h after it is in force: 'cordon work' undoes it");
        assertThat(planned.err()).contains("nothing will undo c2 by itself unless 'cordon work' runs on " + bench.data);
        assertThat(applied.out()).containsPattern("until +2026-01-05T12:0.*, 2h left; then 'cordon work'");
        assertThat(applied.err()).contains("nothing will undo c2 by itself unless 'cordon work' runs on " + bench.data);
    }

    @Test
    void beside_a_worker_they_do_not_say_so() {
        try (var seat = WorkerSeat.take(bench.data, bench.pace.clock())) {
            assertThat(seat).isNotNull();
            assertThat(bench.block("apply", "--yes", "ttl=2h").err()).doesNotContain("nothing will undo");
        }
    }

    @Test
    void before_its_time_is_over_nothing_is_undone() {
        bench.block("apply", "--yes", "ttl=2h");

        assertThat(bench.run("work", "--once").code()).isZero();
        assertThat(bench.blocked()).isTrue();
    }

    @Test
    void when_its_time_is_over_it_is_undone() {
        bench.block("apply", "--yes", "ttl=2h");
        bench.pace.forward(TWO_HOURS);

        var worked = bench.run("work", "--once");

        assertThat(worked.code()).isZero();
        assertThat(worked.err()).contains("/c2: its time was over, and it is undone");
        assertThat(bench.blocked()).isFalse();
        assertThat(bench.run("status", "--json").json().at("/runs/0/status").stringValue())
                .isEqualTo("rolled_back");
    }

    @Test
    void an_undo_that_fails_is_alarmed_and_status_says_how_often_it_was_tried() throws IOException {
        bench.block("apply", "--yes", "ttl=2h");
        bench.pace.forward(TWO_HOURS);
        Files.createFile(bench.edge.resolve(".refuse"));

        var worked = bench.run("work", "--once", "--json");

        assertThat(worked.code()).isEqualTo(ExitCode.FAILED.number());
        assertThat(worked.err()).contains("ALARM RUN-", "/c2: its undo was tried 1 time, again at 2026-01-05T12:");
        assertThat(worked.json().at("/expired/0/is").stringValue()).isEqualTo("kept");
        var status = bench.run("status", "--json").json().at("/runs/0/actions/0/until");
        assertThat(status.path("tries").intValue()).isEqualTo(1);
        assertThat(status.path("overdue").booleanValue()).isTrue();
        assertThat(bench.run("status", run()).out()).contains("tried 1 time, again at");
    }

    @Test
    void what_somebody_undid_is_alarmed_and_status_and_report_say_so() throws IOException {
        bench.block("apply", "--yes");
        unblock();

        var worked = bench.run("work", "--once", "--json");

        assertThat(worked.code()).isEqualTo(ExitCode.UNCERTAIN.number());
        assertThat(worked.err()).contains("ALARM RUN-", "/c2: somebody or something undid it (");
        assertThat(worked.json().at("/watched/0/is").stringValue()).isEqualTo("drifted");
        assertThat(bench.run("status", run()).out()).contains("not as it was left since");
        assertThat(bench.run("status", "--json")
                        .json()
                        .at("/runs/0/actions/0/standing/is")
                        .stringValue())
                .isEqualTo("drifted");
        assertThat(bench.run("report", run()).out()).contains("drifted: somebody or something undid it");
        assertThat(bench.blocked()).isFalse();
    }

    @Test
    void what_somebody_undid_is_applied_again_where_that_was_asked_for() throws IOException {
        bench.block("apply", "--yes", "watch=5m", "reapply=true");
        unblock();

        var worked = bench.run("work", "--once", "--json");

        assertThat(worked.code()).isZero();
        assertThat(worked.json().at("/watched/0/is").stringValue()).isEqualTo("applied_again");
        assertThat(bench.blocked()).isTrue();
        assertThat(bench.run("rollback", run(), "--yes").code()).isZero();
        assertThat(bench.blocked()).isFalse();
    }

    @Test
    void a_plan_says_how_it_is_watched_where_that_is_not_as_usual() {
        assertThat(bench.block("plan", "watch=5m", "reapply=true").out())
                .contains("watched   every 5m; applied again where somebody undid it");
        assertThat(bench.block("plan", "watch=never").out()).contains("watched   never");
        assertThat(bench.block("plan").out()).doesNotContain("watched");
    }

    @Test
    void a_watch_that_cannot_be_is_a_mistake() {
        assertThat(bench.block("plan", "watch=5s").err()).contains("too often: a minute or more, or never");
        assertThat(bench.block("plan", "watch=never", "reapply=true").err()).contains("'reapply' needs a watch");
    }

    /** A minute later somebody takes the block away. */
    private void unblock() throws IOException {
        bench.pace.forward(Duration.ofMinutes(1));
        Files.delete(bench.edge.resolve("198.51.100.1"));
    }

    @Test
    void a_run_that_a_person_stopped_is_left_to_a_person() throws IOException {
        bench.interrupted();

        var worked = bench.run("work", "--once", "--json");

        assertThat(worked.json().path("resumed")).isEmpty();
        assertThat(bench.run("resume").code()).isZero();
    }

    @Test
    void while_another_process_writes_it_waits_and_says_for_whom() {
        try (var writer = DataFolder.open(bench.data, bench.pace.clock())) {
            assertThat(writer.entries()).isZero();
            var worked = bench.run("work", "--once");

            assertThat(worked.code()).isEqualTo(ExitCode.REFUSED.number());
            assertThat(worked.err()).contains("waits for another Cordon (pid ", "is in use by another Cordon");
        }
    }

    @Test
    void a_second_worker_is_refused() {
        try (var seat = WorkerSeat.take(bench.data, bench.pace.clock())) {
            assertThat(seat).isNotNull();
            var second = bench.run("work", "--once");

            assertThat(second.code()).isEqualTo(ExitCode.REFUSED.number());
            assertThat(second.err()).contains("a worker runs on " + bench.data + " already (pid ");
        }
    }

    @Test
    void a_wrong_configuration_is_told_at_once() throws IOException {
        bench.write("cordon.yaml", "platforms:\n  edge: { type: nonsense }\n");

        assertThat(bench.run("work").code()).isEqualTo(ExitCode.BAD_INPUT.number());
    }

    @Test
    void an_end_that_was_moved_holds() {
        bench.block("apply", "--yes", "ttl=2h");

        var extended = bench.run("extend", "c2", "--by", "4h", "--reason", "the clean-up takes longer");
        bench.pace.forward(TWO_HOURS);
        bench.run("work", "--once");

        assertThat(extended.code()).isZero();
        assertThat(extended.out()).contains("6h left");
        assertThat(bench.blocked()).isTrue();
        assertThat(bench.run("report", run()).out()).contains("its end moved to", "the clean-up takes longer");
    }

    @Test
    void an_end_is_moved_by_one_time_that_can_be_read() {
        bench.block("apply", "--yes", "ttl=2h");

        assertThat(bench.run("extend", "c2", "--reason", "why").err()).contains("--by TIME or --until TIME");
        assertThat(bench.run("extend", "c2", "--by", "soon", "--reason", "why").err())
                .contains("--by: 'soon' is no length of time");
        assertThat(bench.run("extend", "c2", "--until", "tomorrow", "--reason", "why")
                        .err())
                .contains("--until: 'tomorrow' is no time with its zone");
        assertThat(bench.run("extend", "c2", "--until", "2026-01-06T10:00+01:00", "--reason", "why")
                        .out())
                .contains("2026-01-06T09:00:00Z");
    }

    private String run() {
        return bench.run("status", "--json").json().at("/runs/0/run").stringValue();
    }
}
