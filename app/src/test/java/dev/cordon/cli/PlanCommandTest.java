package dev.cordon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.journal.DataFolder;
import dev.cordon.plan.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanCommandTest {

    private Bench bench;

    @BeforeEach
    void bench(@TempDir Path folder) throws IOException {
        bench = new Bench(folder);
    }

    @Test
    void plan_shows_the_command_that_would_run_and_how_to_apply_exactly_it() {
        var outcome = bench.block("plan");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("put 198.51.100.1", "cordon apply --digest ");
    }

    @Test
    void plan_as_json_is_one_document_with_digests_steps_and_what_is_touched() {
        var plan = bench.block("plan", "--json").json();

        assertThat(plan.path("digest").stringValue()).matches("[0-9a-f]{64}");
        assertThat(plan.at("/actions/0/id").stringValue()).isEqualTo("c2");
        assertThat(plan.at("/actions/0/steps/0/apply").toString()).contains("put 198.51.100.1");
        assertThat(plan.at("/actions/0/touches/0/id").stringValue()).isEqualTo("198.51.100.1");
    }

    @Test
    void the_same_words_give_the_same_digest_at_another_time() {
        var first = bench.block("plan", "--json").json().path("digest");
        var second = bench.block("plan", "--json").json().path("digest");

        assertThat(second).isEqualTo(first);
    }

    @Test
    void plan_is_kept_under_its_digest() {
        var digest = bench.block("plan", "--json").json().path("digest").stringValue();

        assertThat(bench.data.resolve("plans").resolve(digest + ".json")).isRegularFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--json", "--offline", "-v"})
    void plan_never_writes_outward(String option) throws IOException {
        bench.block("plan", option);

        assertThat(files(bench.edge)).isZero();
    }

    @Test
    void plan_of_a_file_reads_the_playbook() throws IOException {
        bench.write("incident.yaml", """
                incident_id: INC-1
                name: C2
                actions:
                  - firewall_block: { target: 198.51.100.1, target_type: ip, direction: both, reason: C2 }
                """);

        var outcome = bench.run("plan", "incident.yaml", "--json");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.json().path("incident_id").stringValue()).isEqualTo("INC-1");
    }

    @Test
    void plan_offline_needs_no_configuration_and_keeps_nothing() throws IOException {
        Files.delete(bench.folder.resolve("cordon.yaml"));

        var outcome = bench.block("plan", "--offline");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("put 198.51.100.1").doesNotContain("--digest");
        assertThat(bench.data).doesNotExist();
    }

    @Test
    void plan_works_beside_a_process_that_writes() {
        try (var writer = DataFolder.open(bench.data, bench.pace.clock())) {
            var outcome = bench.block("plan", "--json");

            assertThat(outcome.code()).isZero();
            assertThat(writer.plan(new Digest(outcome.json().path("digest").stringValue())))
                    .isPresent();
        }
    }

    @Test
    void plan_on_a_platform_that_is_down_is_refused() throws IOException {
        Files.createFile(bench.edge.resolve(".down"));

        var outcome = bench.block("plan");

        assertThat(outcome.code()).isEqualTo(5);
        assertThat(outcome.err()).contains("c2 (firewall_block): edge: unreachable: connection refused");
    }

    @Test
    void an_action_without_a_connector_is_refused_with_that_reason() {
        var outcome = bench.run("plan", "isolate_host", "hostname=ws1", "ip_address=192.0.2.7", "reason=x");

        assertThat(outcome.code()).isEqualTo(5);
        assertThat(outcome.err()).contains("no connector carries isolate_host yet");
    }

    @Test
    void without_a_configuration_the_refusal_says_that_there_is_none() throws IOException {
        Files.delete(bench.folder.resolve("cordon.yaml"));

        var outcome = bench.block("plan");

        assertThat(outcome.code()).isEqualTo(5);
        assertThat(outcome.err()).contains("no platform of type folder is configured", "cordon.yaml: write one");
    }

    @Test
    void a_secret_that_cannot_be_had_is_named_by_its_reference() {
        var outcome = bench.bare(
                Map.of("CORDON_DATA", bench.data.toString()),
                "plan",
                "firewall_block",
                "target=198.51.100.1",
                "target_type=ip",
                "direction=both",
                "reason=x");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("platform 'edge': env:EDGE_PASSWORD is not set");
    }

    private static long files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.count();
        }
    }
}
