package dev.cordon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollbackCommandTest {

    private Bench bench;

    @BeforeEach
    void bench(@TempDir Path folder) throws IOException {
        bench = new Bench(folder);
    }

    @Test
    void rollback_of_a_run_takes_it_back() {
        var run = bench.applied();

        var outcome = bench.run("rollback", run, "--yes", "--json");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.json().path("run").stringValue()).isEqualTo(run);
        assertThat(outcome.json().path("status").stringValue()).isEqualTo("rolled_back");
        assertThat(bench.blocked()).isFalse();
    }

    @Test
    void rollback_of_an_action_finds_its_run() {
        bench.applied();

        var outcome = bench.run("rollback", "c2", "--yes");

        assertThat(outcome.code()).isZero();
        assertThat(bench.blocked()).isFalse();
    }

    @Test
    void rollback_of_an_action_of_one_run_is_written_with_a_slash() {
        var run = bench.applied();

        assertThat(bench.run("rollback", run + "/c2", "--yes").code()).isZero();
        assertThat(bench.blocked()).isFalse();
    }

    @Test
    void an_action_that_two_runs_have_in_force_must_be_named_with_its_run() {
        var below = bench.applied();
        var above = bench.applied();

        var outcome = bench.run("rollback", "c2", "--yes");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains(above + "/c2 or " + below + "/c2");
    }

    @Test
    void what_lies_under_another_run_is_refused() {
        var below = bench.applied();
        bench.applied();

        var outcome = bench.run("rollback", below, "--yes");

        assertThat(outcome.code()).isEqualTo(5);
        assertThat(bench.blocked()).isTrue();
    }

    @Test
    void rollback_shows_what_it_will_send_and_asks() {
        var run = bench.applied();

        var outcome = bench.atTerminal("no\n").run("rollback", run);

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.out()).contains("take 198.51.100.1");
        assertThat(bench.blocked()).isTrue();
    }

    @Test
    void rollback_where_nobody_can_be_asked_changes_nothing() {
        var run = bench.applied();

        var outcome = bench.run("rollback", run);

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("--yes");
        assertThat(bench.blocked()).isTrue();
    }

    @Test
    void rollback_a_second_time_is_refused_since_nothing_is_in_force() {
        var run = bench.applied();
        bench.run("rollback", run, "--yes");

        var outcome = bench.run("rollback", run, "--yes");

        assertThat(outcome.code()).isEqualTo(5);
        assertThat(outcome.err()).contains("nothing of it is in force");
    }

    @Test
    void rollback_that_the_platform_declines_is_kept_and_has_failed() throws IOException {
        var run = bench.applied();
        Files.createFile(bench.edge.resolve(".refuse"));

        var outcome = bench.run("rollback", run, "--yes", "--json");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.json().path("status").stringValue()).isEqualTo("rolling_back");
        assertThat(bench.blocked()).isTrue();
    }

    @Test
    void rollback_without_the_platform_in_the_configuration_changes_nothing() throws IOException {
        var run = bench.applied();
        bench.write("cordon.yaml", "platforms: {}\n");

        var outcome = bench.run("rollback", run, "--yes");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("no platform 'edge'");
        assertThat(bench.run("status", run, "--json").json().path("status").stringValue())
                .isEqualTo("completed");
    }

    @Test
    void rollback_of_an_interrupted_run_leaves_nothing_in_force() throws IOException {
        var run = bench.interrupted();

        assertThat(bench.run("rollback", run, "--yes").code()).isZero();
        assertThat(bench.blocked()).isFalse();
    }
}
