package dev.cordon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What wrong words, wrong files and a wrong machine get: one clear line each, and nothing is done. */
class BadInputTest {

    private Bench bench;

    @BeforeEach
    void bench(@TempDir Path folder) throws IOException {
        bench = new Bench(folder);
        bench.write("wrong.yaml", """
                incident_id: INC-1
                name: C2
                actions:
                  - firewal_block: { target: 198.51.100.1 }
                """);
        Files.createDirectory(folder.resolve("a.folder"));
    }

    static Stream<Arguments> words() {
        return Stream.of(
                wrong(2, "say what to do"),
                wrong(2, "did you mean 'plan'?", "plna"),
                wrong(2, "did you mean '--json'?", "plan", "--jsn"),
                wrong(2, "argument 5 is not taken here: 'b', 'c'; see 'cordon status", "status", "a", "b", "c"),
                wrong(2, "playbook|configuration: expected one of", "schema", "plan"),
                wrong(2, "say what to do: a playbook FILE", "plan"),
                wrong(2, "did you mean 'isolate_host'?", "plan", "isolat_host"),
                wrong(2, "no-such.yaml: there is no such file", "plan", "no-such.yaml"),
                wrong(2, "is a folder; a file is wanted", "plan", "a.folder"),
                wrong(2, "is no file name", "plan", "a\0b.yaml"),
                wrong(2, "wrong.yaml:4:5: ", "plan", "wrong.yaml"),
                wrong(2, "did you mean 'firewall_block'?", "apply", "--yes", "wrong.yaml"),
                wrong(2, "is a file, which says everything itself", "plan", "wrong.yaml", "on=edge"),
                wrong(2, "'target' is not key=value", "plan", "firewall_block", "target"),
                wrong(2, "--incident", "plan", "firewall_block", "--incident", "a\nb"),
                wrong(2, "one of them", "apply", "--yes", "--digest", "0".repeat(64), "wrong.yaml"),
                wrong(2, "one of them", "apply", "--yes"),
                wrong(2, "is no digest", "apply", "--digest", "../../etc/passwd"),
                wrong(2, "RUN|ACTION", "rollback", "--yes"),
                wrong(5, "knows no run or action 'RUN-1'", "rollback", "RUN-1", "--yes"),
                wrong(5, "knows no run or action 'RUN-1/c2'", "rollback", "RUN-1/c2", "--yes"),
                wrong(5, "knows no run or action '../x'", "status", "../x"),
                wrong(5, "knows no run or action", "report", "RUN-1"),
                wrong(5, "knows no run or action", "resume", "RUN-1"),
                wrong(2, "--format", "report", "RUN-1", "--format", "pdf"),
                wrong(2, "did you mean 'edge'?", "platforms", "test", "egde"),
                wrong(2, "did you mean 'firewall_block'?", "actions", "firewall_blok"),
                wrong(2, "no.yaml: there is no such file", "platforms", "--config", "no.yaml"));
    }

    private static Arguments wrong(int code, String said, String... words) {
        return Arguments.of(List.of(words), code, said);
    }

    @ParameterizedTest
    @MethodSource("words")
    void wrong_words_get_a_clear_line(List<String> words, int code, String said) {
        var outcome = bench.run(words.toArray(String[]::new));

        assertThat(outcome.code()).isEqualTo(code);
        assertThat(outcome.err()).startsWith("cordon: ").contains(said).doesNotContain("Exception", "\tat ");
        assertThat(outcome.out()).isEmpty();
        assertThat(bench.edge).isEmptyDirectory();
    }

    @ParameterizedTest
    @MethodSource("words")
    void with_json_the_same_is_exactly_one_document(List<String> words, int code, String said) {
        var outcome =
                bench.run(Stream.concat(words.stream(), Stream.of("--json")).toArray(String[]::new));

        assertThat(outcome.code()).isEqualTo(code);
        var problem = outcome.json().path("problem");
        assertThat(problem.path("exit_code").asInt()).isEqualTo(code);
        assertThat(problem.path("detail").stringValue()).contains(said);
    }

    @Test
    void mistakes_of_the_playbook_and_of_the_configuration_are_told_at_once_with_their_places() throws IOException {
        bench.write("cordon.yaml", "platforms:\n  edge: { type: foldr }\n");

        var outcome = bench.run("plan", "wrong.yaml", "--json");

        var problems = outcome.json().at("/problem/problems");
        assertThat(problems.toString()).contains("wrong.yaml", "cordon.yaml", "firewall_block", "folder");
        assertThat(problems.get(0).path("line").asInt()).isEqualTo(4);
    }

    @Test
    void a_hostile_name_reaches_no_terminal_as_more_than_text() {
        var outcome = bench.run("plan", "firewall_block\u001b[2J\u202e", "target=x");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).doesNotContain("\u001b", "\u202e");
    }

    @Test
    void a_chosen_data_folder_below_nothing_is_refused() {
        var outcome = bench.bare(
                "--data",
                bench.folder.resolve("no/such").toString(),
                "apply",
                "--yes",
                "firewall_block",
                "target=198.51.100.1",
                "target_type=ip",
                "direction=both",
                "reason=x");

        assertThat(outcome.code()).isEqualTo(5);
        assertThat(outcome.err()).hasLineCount(1).contains("is not there: create it first");
    }

    @Test
    void a_damaged_journal_is_one_line_that_says_what_to_do() throws IOException {
        bench.applied();
        Files.writeString(
                bench.data.resolve("cordon.db"), "not a database, but long enough to look like one".repeat(99));
        Files.deleteIfExists(bench.data.resolve("cordon.db-wal"));

        var outcome = bench.run("status");

        assertThat(outcome.code()).isEqualTo(5);
        assertThat(outcome.err()).hasLineCount(1).contains("cordon.db", "restore it");
    }

    @Test
    void a_configuration_from_the_environment_must_be_there() {
        var outcome = bench.bare(Map.of("CORDON_CONFIG", "gone.yaml"), "platforms");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("gone.yaml: there is no such file");
    }
}
