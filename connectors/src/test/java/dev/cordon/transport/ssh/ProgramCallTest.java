package dev.cordon.transport.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.transport.local.LocalPrograms;
import dev.cordon.transport.program.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script itself, run by a shell of this machine as the host's shell would. */
class ProgramCallTest {

    private static final String CONNECTION = "192.0.2.7 50123 192.0.2.1 22";

    @TempDir
    private Path folder;

    @Test
    void what_is_cut_off_while_it_is_sent_runs_nothing_wherever_that_is() throws Exception {
        var trace = folder.resolve("trace");
        var call = new ProgramCall(List.of("touch", trace.toString(), folder.resolve("a b").toString()), "input");
        var script = call.script();
        var whole = script.length() - "\nEND_OF_INPUT\n".length();

        for (var length = script.indexOf("exit $?"); length < whole; length++) {
            var _ = run(call.sha256(), CONNECTION, script.substring(0, length));

            assertThat(trace).as("after " + length + " characters").doesNotExist();
        }
        assertThat(run(call.sha256(), CONNECTION, script)).isEqualTo(new Ran.Ended(0, "", ""));
        assertThat(trace).exists();
        assertThat(Files.size(trace)).isZero();
    }

    @Test
    void what_belongs_to_another_call_runs_nothing() throws Exception {
        var one = new ProgramCall(List.of("echo", "one"), "");
        var other = new ProgramCall(List.of("echo", "other"), "");

        assertThat(run(one.sha256(), CONNECTION, other.script()))
                .isInstanceOfSatisfying(
                        Ran.NotStarted.class,
                        it -> assertThat(it.why().toString()).contains("did not come whole"));
    }

    @Test
    void the_program_knows_who_called() throws Exception {
        var call = new ProgramCall(List.of("printenv", "SSH_CONNECTION"), "");

        assertThat(run(call.sha256(), CONNECTION, call.script())).isEqualTo(new Ran.Ended(0, CONNECTION + "\n", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$(id)", "1;2", "a\nb", "'"})
    void a_caller_that_is_none_runs_nothing(String connection) throws Exception {
        var call = new ProgramCall(List.of("true"), "");

        assertThat(run(call.sha256(), connection, call.script())).isInstanceOf(Ran.NotStarted.class);
    }

    @Test
    void what_the_login_writes_before_is_not_the_programs() throws Exception {
        var call = new ProgramCall(List.of("sh", "-c", "echo out; echo err >&2; exit 3"), "");

        var noisy = run(call.sha256(), CONNECTION, "echo welcome; echo warning >&2\n" + call.script());

        assertThat(noisy).isEqualTo(new Ran.Ended(3, "out\n", "err\n"));
    }

    private static Ran run(String sha256, String connection, String script) throws InterruptedException {
        return ProgramAnswer.of(LocalPrograms.here().run(List.of("sh", "-s", "--", sha256, connection), script));
    }
}
