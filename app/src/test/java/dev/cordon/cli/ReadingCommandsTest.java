package dev.cordon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.action.ActionKind;
import dev.cordon.journal.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingCommandsTest {

    private Bench bench;

    @BeforeEach
    void bench(@TempDir Path folder) throws IOException {
        bench = new Bench(folder);
    }

    @Test
    void status_without_a_data_folder_has_no_runs_and_makes_no_folder() {
        var outcome = bench.run("status", "--json");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.json().path("runs").size()).isZero();
        assertThat(bench.data).doesNotExist();
    }

    @Test
    void status_lists_the_runs() {
        var run = bench.applied();

        assertThat(bench.run("status").out()).contains(run, "completed");
        assertThat(bench.run("status", "--json").json().at("/runs/0/run").stringValue())
                .isEqualTo(run);
    }

    @Test
    void status_of_a_run_tells_of_its_steps() {
        var run = bench.applied();

        assertThat(bench.run("status", run).out()).contains(run, "c2", "block");
        assertThat(bench.run("status", run, "--json").json().path("run").stringValue())
                .isEqualTo(run);
    }

    @Test
    void status_and_report_work_beside_a_process_that_writes() {
        var run = bench.applied();

        try (var writer = DataFolder.open(bench.data, bench.pace.clock())) {
            assertThat(writer.journal().runs()).hasSize(1);
            assertThat(bench.run("status", run).code()).isZero();
            assertThat(bench.run("report", run).code()).isZero();
        }
    }

    @Test
    void report_is_markdown_or_json() {
        var run = bench.applied();

        assertThat(bench.run("report", run).out()).startsWith("# ").contains("198");
        assertThat(bench.run("report", run, "--format", "json")
                        .json()
                        .path("incident_id")
                        .stringValue())
                .isEqualTo("AD-HOC");
        assertThat(bench.run("report", run, "--json").json().path("incident_id").stringValue())
                .isEqualTo("AD-HOC");
    }

    @Test
    void the_executive_report_is_one_page_or_one_document_and_needs_no_configuration() throws IOException {
        var run = bench.applied();
        bench.write("cordon.yaml", "platforms: { edge: { type: foldr } }\n");

        var page = bench.run("report", run, "--executive");

        assertThat(page.out()).startsWith("# Executive summary: ").contains("One action: 1 in force.");
        assertThat(page.err()).isEmpty();
        assertThat(bench.run("report", run, "--executive", "--json")
                        .json()
                        .at("/counts/in_force")
                        .intValue())
                .isOne();
    }

    @Test
    void report_of_what_was_done_needs_no_configuration_that_works() throws IOException {
        var run = bench.applied();
        bench.write("cordon.yaml", "platforms: { edge: { type: foldr } }\n");

        var outcome = bench.run("report", run);

        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).contains("without the configuration", "did you mean 'folder'?");
    }

    @Test
    void platforms_lists_what_is_configured_and_what_it_carries() {
        assertThat(bench.run("platforms").out()).contains("edge", "folder", "firewall_block");
        var platform = bench.run("platforms", "--json").json().at("/platforms/0");
        assertThat(platform.path("name").stringValue()).isEqualTo("edge");
        assertThat(platform.at("/carries/0").stringValue()).isEqualTo("firewall_block");
    }

    @Test
    void platforms_test_says_that_a_platform_can_be_read() {
        var outcome = bench.run("platforms", "test", "edge", "--json");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.json().at("/platforms/0/fine").asBoolean()).isTrue();
    }

    @Test
    void platforms_test_fails_on_a_platform_that_is_down() throws IOException {
        Files.createFile(bench.edge.resolve(".down"));

        var outcome = bench.run("platforms", "test");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).contains("FAIL edge: unreachable: connection refused");
    }

    @Test
    void actions_lists_all_and_says_which_platforms_carry_them_today() {
        var actions = bench.run("actions", "--json").json().path("actions");

        assertThat(actions.size()).isEqualTo(ActionKind.values().length);
        assertThat(bench.run("actions").out())
                .containsPattern("(?m)^firewall_block +folder ")
                .containsPattern("(?m)^isolate_host +nothing yet ");
    }

    @Test
    void actions_of_one_tells_its_parameters() {
        var outcome = bench.run("actions", "firewall_block");

        assertThat(outcome.out()).contains("inbound|outbound|both", "required", "default 0");
        var parameter = bench.run("actions", "firewall_block", "--json").json().at("/actions/0/parameters/0");
        assertThat(parameter.path("name").stringValue()).isEqualTo("target");
        assertThat(parameter.path("required").asBoolean()).isTrue();
    }

    @Test
    void version_is_a_line_or_a_document() {
        assertThat(bench.bare("--version").out()).startsWith("cordon ").hasLineCount(1);
        assertThat(bench.bare("--version", "--json").json().path("version").stringValue())
                .isNotBlank();
    }

    @Test
    void help_of_a_command_runs_nothing() {
        var outcome = bench.run("apply", "--help");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("Usage: cordon apply", "--digest");
    }

    @Test
    void help_with_json_is_one_document_too() {
        var outcome = bench.run("apply", "--help", "--json");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.json().path("help").stringValue()).startsWith("Usage: cordon apply");
    }
}
