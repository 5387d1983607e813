package dev.cordon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.journal.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoteCommandTest {

    private static final String[] UNCERTAIN = {
        "apply",
        "firewall_block",
        "target=" + FolderPlatform.BLIND,
        "target_type=ip",
        "direction=both",
        "reason=C2 server",
        "id=c2",
        "--yes",
        "--json"
    };

    private Bench bench;

    @BeforeEach
    void bench(@TempDir Path folder) throws IOException {
        bench = new Bench(folder);
    }

    @ParameterizedTest
    @CsvSource({"--completed, completed", "--failed, failed"})
    void an_uncertain_action_is_settled_by_a_persons_word(String option, String status) {
        var run = uncertain();

        var outcome = bench.run("note", run, option, "looked at the firewall", "--json");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.json().path("status").stringValue()).isEqualTo(status);
        assertThat(outcome.json().at("/actions/0/status").stringValue()).isEqualTo(status);
        assertThat(outcome.json().at("/actions/0/notes").stringValue())
                .startsWith(status + " by hand (responder): looked at the firewall");
        assertThat(outcome.json().at("/actions/0/metadata/by_hand/by").stringValue())
                .isEqualTo("responder");
    }

    @Test
    void status_and_report_say_that_it_was_settled_by_hand() {
        var run = uncertain();
        bench.run("note", "c2", "--completed", "looked at the firewall");

        assertThat(bench.run("status", run).out().replaceAll("\\s+", " "))
                .contains("in force by a person's word of", "Cordon has not verified it");
        assertThat(bench.run("report", run).out())
                .contains("noted by hand: completed: `responder: looked at the firewall`");
        assertThat(bench.run("report", run, "--format", "json").json().at("/actions/0/standing/is"))
                .hasToString("\"by_hand\"");
    }

    @Test
    void what_is_not_in_force_by_a_persons_word_can_still_be_rolled_back() {
        var run = bench.applied();
        bench.run("note", run, "--failed", "the attacker still gets in");

        var outcome = bench.run("rollback", run, "--yes", "--json");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.json().path("status").stringValue()).isEqualTo("rolled_back");
        assertThat(bench.blocked()).isFalse();
    }

    @Test
    void a_word_that_agrees_with_what_was_verified_is_only_a_note() {
        var run = bench.applied();

        var outcome = bench.run("note", run, "--completed", "told the owner", "--json");

        assertThat(outcome.json().at("/actions/0/notes").stringValue()).isEqualTo("noted (responder): told the owner");
        assertThat(outcome.json().at("/actions/0/metadata").has("by_hand")).isFalse();
        assertThat(bench.run("status", run).out()).contains("in force, verified at");
    }

    @Test
    void what_an_interrupted_run_is_in_the_middle_of_is_for_the_run_to_settle() throws IOException {
        var run = bench.interrupted();

        var outcome = bench.run("note", run, "--completed", "it is there");

        assertThat(outcome.code()).isEqualTo(5);
        assertThat(outcome.err()).contains("nothing was recorded", "cordon resume " + run);
        assertThat(bench.run("status", run, "--json").json().path("closed").booleanValue())
                .isFalse();
    }

    @Test
    void a_run_of_several_actions_wants_to_know_which() throws IOException {
        var playbook = bench.write("two.yaml", """
            incident_id: INC-1
            name: two
            actions:
              - { id: a, firewall_block: { target: 198.51.100.1, target_type: ip, direction: both, reason: C2 } }
              - { id: b, firewall_block: { target: 198.51.100.2, target_type: ip, direction: both, reason: C2 } }
            """);
        var run = bench.run("apply", playbook.toString(), "--yes", "--json")
                .json()
                .path("run")
                .stringValue();

        var outcome = bench.run("note", run, "--failed", "no");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains(run + "/a or " + run + "/b");
    }

    @ParameterizedTest
    @CsvSource({"--completed=a --failed=b", "''"})
    void exactly_one_word_is_wanted(String options) {
        var words = ("note c2 " + options).strip().split(" ");

        assertThat(bench.run(words).code()).isEqualTo(2);
    }

    @Test
    void an_unknown_run_is_refused() {
        assertThat(bench.run("note", "RUN-1", "--failed", "no").code()).isEqualTo(5);
    }

    @Test
    void a_text_that_would_break_the_line_is_refused() {
        bench.applied();

        var outcome = bench.run("note", "c2", "--completed", "a\nb");

        assertThat(outcome.code()).isEqualTo(5);
        assertThat(outcome.err()).contains("U+000A");
    }

    @Test
    void nothing_is_recorded_while_another_process_writes() {
        bench.applied();

        try (var writer = DataFolder.open(bench.data, bench.pace.clock())) {
            var outcome = bench.run("note", "c2", "--completed", "done");

            assertThat(outcome.code()).isEqualTo(5);
            assertThat(outcome.err()).contains("in use by another Cordon");
            assertThat(writer.journal().runs()).hasSize(1);
        }
    }

    @Test
    void no_configuration_is_needed() throws IOException {
        bench.applied();
        Files.delete(bench.folder.resolve("cordon.yaml"));

        assertThat(bench.run("note", "c2", "--failed", "the rule is gone").code())
                .isZero();
    }

    private String uncertain() {
        var outcome = bench.run(UNCERTAIN);
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(4);
        return outcome.json().path("run").stringValue();
    }
}
