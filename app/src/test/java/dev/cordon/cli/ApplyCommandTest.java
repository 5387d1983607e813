package dev.cordon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.journal.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplyCommandTest {

    private Bench bench;

    @BeforeEach
    void bench(@TempDir Path folder) throws IOException {
        bench = new Bench(folder);
    }

    @Test
    void apply_with_yes_blocks_and_says_in_which_run() {
        var outcome = bench.block("apply", "--yes", "--json");

        assertThat(outcome.code()).isZero();
        assertThat(bench.blocked()).isTrue();
        assertThat(outcome.json().path("run").stringValue()).startsWith("RUN-20260105");
        assertThat(outcome.json().path("status").stringValue()).isEqualTo("completed");
        assertThat(outcome.json().at("/actions/0/action_type").stringValue()).isEqualTo("firewall_block");
        assertThat(outcome.json().at("/actions/0/status").stringValue()).isEqualTo("completed");
    }

    @Test
    void progress_goes_to_standard_error_a_line_an_event_with_its_time() {
        var outcome = bench.block("apply", "--yes", "--json");

        assertThat(outcome.err())
                .containsPattern("(?m)^2026-01-05T10:00:01Z c2: block: sending$")
                .containsPattern("(?m)^2026-01-05T10:00:01Z c2: block: confirmed$");
    }

    @Test
    void apply_where_nobody_can_be_asked_changes_nothing_and_names_the_ways_out() {
        var outcome = bench.block("apply");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("--yes", "--digest D");
        assertThat(bench.blocked()).isFalse();
    }

    @Test
    void a_person_who_says_yes_has_seen_the_plan() {
        var outcome = bench.atTerminal("yes\n").block("apply");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("put 198.51.100.1");
        assertThat(bench.blocked()).isTrue();
    }

    @Test
    void anything_but_yes_awaits_approval_and_changes_nothing() {
        var outcome = bench.atTerminal("y\n").block("apply");

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.err()).contains("nothing was changed", "cordon apply --digest ");
        assertThat(bench.blocked()).isFalse();
    }

    @Test
    void the_end_of_input_is_a_no() {
        assertThat(bench.atTerminal("").block("apply").code()).isEqualTo(3);
        assertThat(bench.blocked()).isFalse();
    }

    @Test
    void digest_takes_exactly_the_kept_plan_and_approves_it() {
        var digest = bench.block("plan", "--json").json().path("digest").stringValue();

        var outcome = bench.run("apply", "--digest", digest, "--json");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.json().at("/actions/0/id").stringValue()).isEqualTo("c2");
        assertThat(bench.blocked()).isTrue();
    }

    @Test
    void digest_of_no_plan_is_refused() {
        var outcome = bench.run("apply", "--digest", "0".repeat(64));

        assertThat(outcome.code()).isEqualTo(5);
        assertThat(outcome.err()).contains("no plan is kept under 000", "cordon plan");
    }

    @Test
    void digest_of_a_plan_whose_file_was_changed_is_refused() throws IOException {
        var digest = bench.block("plan", "--json").json().path("digest").stringValue();
        var file = bench.data.resolve("plans").resolve(digest + ".json");
        Files.writeString(file, Files.readString(file).replace("198.51.100.1", "198.51.100.2"));

        var outcome = bench.run("apply", "--digest", digest);

        assertThat(outcome.code()).isEqualTo(5);
        assertThat(outcome.err()).contains("somebody changed its file");
        assertThat(bench.edge).isEmptyDirectory();
    }

    @Test
    void digest_of_a_plan_whose_platform_is_not_configured_any_more_is_bad_input() throws IOException {
        var digest = bench.block("plan", "--json").json().path("digest").stringValue();
        bench.write("cordon.yaml", "platforms: {}\n");

        var outcome = bench.run("apply", "--digest", digest);

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("no platform 'edge' of type folder");
    }

    @Test
    void drift_since_the_plan_is_refused_and_changes_nothing() throws IOException {
        var digest = bench.block("plan", "--json").json().path("digest").stringValue();
        Files.writeString(bench.edge.resolve("198.51.100.1"), "somebody else's");

        var outcome = bench.run("apply", "--digest", digest, "--json");

        assertThat(outcome.code()).isEqualTo(5);
        assertThat(outcome.json().path("status").stringValue()).isEqualTo("failed");
        assertThat(outcome.json().at("/actions/0/notes").stringValue()).contains("drift, nothing was changed");
        assertThat(bench.edge.resolve("198.51.100.1")).hasContent("somebody else's");
    }

    @Test
    void what_the_platform_declines_has_failed() throws IOException {
        Files.createFile(bench.edge.resolve(".refuse"));

        var outcome = bench.block("apply", "--yes");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).contains("failed", "418");
    }

    @Test
    void a_lost_answer_that_nobody_can_check_is_uncertain() {
        var outcome = bench.run(
                "apply",
                "--yes",
                "firewall_block",
                "target=" + FolderPlatform.BLIND,
                "target_type=ip",
                "direction=both",
                "reason=x");

        assertThat(outcome.code()).isEqualTo(4);
        assertThat(outcome.out()).contains("uncertain");
    }

    @Test
    void a_second_process_that_writes_waits_a_while_and_is_turned_away() {
        try (var writer = DataFolder.open(bench.data, bench.pace.clock())) {
            var outcome = bench.block("apply", "--yes");

            assertThat(outcome.code()).isEqualTo(5);
            assertThat(outcome.err())
                    .hasLineCount(2)
                    .contains("waits for another Cordon", "is in use by another Cordon", "--data");
            assertThat(writer.journal().runs()).isEmpty();
        }
        assertThat(bench.blocked()).isFalse();
    }

    @Test
    void apply_first_settles_an_interrupted_run_and_names_the_command_that_resumes_it() throws IOException {
        var run = bench.interrupted();

        var outcome = bench.run(
                "apply",
                "--yes",
                "firewall_block",
                "target=198.51.100.2",
                "target_type=ip",
                "direction=both",
                "reason=x");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).contains("run " + run + " was interrupted", "cordon resume " + run);
    }
}
