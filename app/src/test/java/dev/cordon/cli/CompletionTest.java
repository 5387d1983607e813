package dev.cordon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cordon.action.ActionKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script at work in a real bash, asked as the shell asks when somebody presses the tabulator. */
class CompletionTest {

    private static final Path BASH = Path.of("/bin/bash");
    /** The words are cut as bash cuts them, at blanks and around {@code =}; {@code compopt} works in a prompt alone. */
    private static final String PRESS_TAB = """
            source "$1"
            shift
            compopt() { :; }
            COMP_WORDS=("$@")
            COMP_CWORD=$(($# - 1))
            COMP_LINE="$*"
            _cordon
            printf '%s\\n' "${COMPREPLY[@]}"
            """;

    @TempDir
    Path folder;

    private Path script;

    @BeforeEach
    void write_the_script() throws IOException {
        assumeTrue(Files.isExecutable(BASH), "the completion is tried in a real shell: install bash");
        var outcome = new Bench(folder).run("completion", "bash");
        assertThat(outcome.code()).isZero();
        script = Files.writeString(folder.resolve("completion.bash"), outcome.out());
    }

    @Test
    void bash_completes_cordon_with_the_function_of_the_script() throws Exception {
        assertThat(bash("source \"$1\"; complete -p cordon")).containsExactly("complete -o default -F _cordon cordon");
    }

    @Test
    void commands_and_options_are_completed() throws Exception {
        assertThat(tab("cordon", "re")).containsExactlyInAnyOrder("resume", "reject", "reveal", "report");
        assertThat(tab("cordon", "audit", "")).contains("verify");
        assertThat(tab("cordon", "apply", "--dig")).containsExactly("--digest");
        assertThat(tab("cordon", "schema", "c")).containsExactly("configuration");
    }

    @Test
    void actions_and_files_are_completed_where_one_is_wanted() throws Exception {
        Files.createFile(folder.resolve("firewall.yaml"));

        Files.createFile(folder.resolve("my own.yaml"));

        assertThat(tab("cordon", "plan", "firew")).containsExactly("firewall_block", "firewall.yaml");
        assertThat(tab("cordon", "plan", "my")).containsExactly("my own.yaml");
        assertThat(tab("cordon", "--data", "x", "apply", "--yes", "isolate_"))
                .containsExactly("isolate_host", "isolate_resource");
        assertThat(tab("cordon", "actions", "")).containsExactlyElementsOf(ActionKind.keys());
        assertThat(tab("cordon", "--config", "firewall.y")).containsExactly("firewall.yaml");
    }

    @Test
    void the_parameters_of_the_action_are_completed_and_then_their_words() throws Exception {
        assertThat(tab("cordon", "plan", "firewall_block", "ta")).containsExactly("target=", "target_type=");
        assertThat(tab("cordon", "plan", "firewall_block", "target_type", "=")).containsExactly("ip", "domain", "port");
        assertThat(tab("cordon", "plan", "firewall_block", "target", "=", "x", "direction", "=", "b"))
                .containsExactly("both");
        assertThat(tab("cordon", "plan", "dns_sinkhole", "log_queries", "=")).containsExactly("true", "false");
        assertThat(tab("cordon", "apply", "firewall_block", "o")).containsExactly("on=");
        assertThat(tab("cordon", "apply", "terminate_process", "wai")).containsExactly("waive_evidence=");
    }

    @Test
    void words_of_a_shell_that_does_not_cut_at_the_equals_sign_are_completed_whole() throws Exception {
        assertThat(tab("cordon", "plan", "firewall_block", "target_type=d")).containsExactly("target_type=domain");
    }

    @Test
    void what_is_typed_is_never_run() throws Exception {
        tab("cordon", "plan", "firewall_block", "$(touch ran)");
        tab("cordon", "plan", "$(touch ran)", "x");
        tab("cordon", "plan", "firewall_block", "$(touch ran)", "=");

        assertThat(folder.resolve("ran")).doesNotExist();
    }

    @Test
    void zsh_gets_the_same_script_and_json_holds_it() throws IOException {
        var json = new Bench(Files.createDirectory(folder.resolve("zsh")))
                .run("completion", "zsh", "--json")
                .json();

        assertThat(json.path("shell").stringValue()).isEqualTo("zsh");
        assertThat(json.path("script").stringValue().strip())
                .isEqualTo(Files.readString(script).strip());
    }

    private List<String> tab(String... words) throws Exception {
        return bash(PRESS_TAB, words);
    }

    private List<String> bash(String program, String... words) throws Exception {
        var command = new ArrayList<>(List.of(BASH.toString(), "--norc", "-c", program, "bash", script.toString()));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = process.inputReader().lines().toList();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return said;
    }
}
