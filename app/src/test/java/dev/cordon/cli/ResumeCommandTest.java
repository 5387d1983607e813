package dev.cordon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.journal.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeCommandTest {

    private Bench bench;

    @BeforeEach
    void bench(@TempDir Path folder) throws IOException {
        bench = new Bench(folder);
    }

    @Test
    void a_run_that_is_told_to_stop_says_how_to_go_on() throws IOException {
        Files.createFile(bench.edge.resolve(".stop-put"));

        var outcome = bench.block("apply", "--yes");

        assertThat(outcome.code()).isEqualTo(ExitCode.STOPPED.number());
        assertThat(outcome.err()).contains("stopped on request", "cordon resume RUN-", "cordon rollback RUN-");
    }

    @Test
    void commands_that_change_nothing_name_the_interrupted_run() throws IOException {
        var run = bench.interrupted();

        assertThat(bench.block("plan").err()).contains("cordon resume " + run);
        assertThat(bench.run("status").err()).contains("cordon resume " + run);
        assertThat(bench.run("report", run).err()).contains("cordon resume " + run);
    }

    @Test
    void a_run_that_another_process_works_on_is_not_called_interrupted() throws IOException {
        bench.interrupted();

        try (var writer = DataFolder.open(bench.data, bench.pace.clock())) {
            assertThat(writer.journal().runs()).hasSize(1);
            assertThat(bench.run("status").err())
                    .contains("is worked on by another Cordon (pid ")
                    .doesNotContain("resume");
        }
    }

    @Test
    void resume_without_a_name_takes_the_one_interrupted_run_to_its_end() throws IOException {
        var run = bench.interrupted();

        var outcome = bench.run("resume", "--json");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.json().path("run").stringValue()).isEqualTo(run);
        assertThat(outcome.json().path("status").stringValue()).isEqualTo("completed");
        assertThat(bench.blocked()).isTrue();
    }

    @Test
    void resume_without_an_interrupted_run_has_nothing_to_do() {
        var outcome = bench.run("resume", "--json");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.json().path("run").isNull()).isTrue();
    }

    @Test
    void resume_among_several_interrupted_runs_wants_to_know_which() throws IOException {
        bench.interrupted();
        Files.delete(bench.edge.resolve("198.51.100.1"));
        bench.interrupted();

        var outcome = bench.run("resume");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("several runs were interrupted", "'cordon resume RUN-");
    }

    @Test
    void resume_of_a_run_that_has_ended_changes_nothing_and_says_how_it_ended() {
        var run = bench.applied();

        var outcome = bench.run("resume", run);

        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).contains("has ended already");
    }

    @Test
    void resume_goes_on_with_a_rollback_that_was_stopped() throws IOException {
        var run = bench.applied();
        var stop = Files.createFile(bench.edge.resolve(".stop-take"));
        assertThat(bench.run("rollback", run, "--yes").code()).isEqualTo(ExitCode.STOPPED.number());
        Files.delete(stop);

        var outcome = bench.run("resume", run, "--json");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.json().path("status").stringValue()).isEqualTo("rolled_back");
        assertThat(bench.blocked()).isFalse();
    }

    @Test
    void a_failed_run_that_its_own_policy_rolls_back_has_failed_also_when_it_is_resumed() throws IOException {
        bench.write("incident.yaml", """
                incident_id: INC-1
                name: C2
                on_failure: rollback
                actions:
                  - firewall_block: { target: 192.0.2.66, target_type: ip, direction: both, reason: C2 }
                """);
        var stop = Files.createFile(bench.edge.resolve(".stop-take"));
        assertThat(bench.run("apply", "incident.yaml", "--yes").code()).isEqualTo(ExitCode.STOPPED.number());
        Files.delete(stop);

        var outcome = bench.run("resume", "--json");

        assertThat(outcome.json().path("status").stringValue()).isEqualTo("rolled_back");
        assertThat(outcome.code()).isEqualTo(1);
    }
}
