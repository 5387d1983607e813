package dev.cordon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real process that is stopped while the platform does not answer. */
@Timeout(120)
class StoppingTest {

    private static final int BY_SIGINT = 128 + 2;
    private static final int BY_SIGTERM = 128 + 15;
    private static final int BY_SIGKILL = 128 + 9;

    /** A shell's background jobs ignore Ctrl-C, and so would all that they start: these tests too, run in one. */
    private static final List<String> HEARING_SIGNALS = List.of("env", "--default-signal=INT,TERM");

    private static final String TWO = """
            incident_id: INC-1
            name: two addresses
            actions:
              - id: c2
                firewall_block: { target: 198.51.100.1, target_type: ip, direction: both, reason: C2 server }
              - firewall_block: { target: 198.51.100.2, target_type: ip, direction: both, reason: C2 server }
                after: [c2]
            """;

    private Bench bench;
    private Process cordon;

    @BeforeEach
    void begin_and_wait_until_the_write_had_its_effect(@TempDir Path folder) throws Exception {
        bench = new Bench(folder);
        bench.write("two.yaml", TWO);
        Files.createFile(bench.edge.resolve(".hang"));
        cordon = start();
        await(() -> bench.blocked());
    }

    @AfterEach
    void end() {
        cordon.destroyForcibly();
    }

    @Test
    void ctrl_c_waits_for_the_answer_and_sends_nothing_more() throws Exception {
        signal("INT");
        await(() -> said().contains("stops when what was sent is answered"));
        answer();
        ended();

        assertThat(cordon.exitValue()).isEqualTo(ExitCode.STOPPED.number());
        assertThat(said())
                .contains("c2: completed", "stopped on request", "cordon resume RUN-", "cordon rollback RUN-");
        assertThat(bench.blocked()).isTrue();
        assertThat(bench.edge.resolve("198.51.100.2")).doesNotExist();
    }

    @Test
    void what_ctrl_c_stopped_is_resumed_to_its_end() throws Exception {
        signal("INT");
        await(() -> said().contains("stops when what was sent is answered"));
        answer();
        ended();

        assertThat(bench.run("resume").code()).isZero();
        assertThat(bench.edge.resolve("198.51.100.2")).exists();
    }

    @Test
    void a_second_ctrl_c_ends_it_at_once_and_nothing_is_lost() throws Exception {
        signal("INT");
        await(() -> said().contains("a second Ctrl-C ends it at once"));
        signal("INT");
        ended();
        answer();

        assertThat(cordon.exitValue()).isEqualTo(BY_SIGINT);
        assertThat(bench.run("status").err()).contains("was interrupted", "cordon resume RUN-");
        assertThat(bench.run("resume").code()).isZero();
    }

    @Test
    void where_no_answer_comes_it_ends_all_the_same() throws Exception {
        signal("TERM");
        ended();
        answer();

        assertThat(cordon.exitValue()).isEqualTo(BY_SIGTERM);
        assertThat(said()).contains("there is no answer yet; ended all the same");
        assertThat(bench.run("resume").code()).isZero();
    }

    @Test
    void kill_leaves_a_run_that_the_next_command_names_and_resume_ends() throws Exception {
        signal("KILL");
        ended();
        answer();

        assertThat(cordon.exitValue()).isEqualTo(BY_SIGKILL);
        assertThat(bench.run("status").err()).contains("was interrupted", "cordon resume RUN-");
        assertThat(bench.run("resume").code()).isZero();
        assertThat(bench.run("rollback", "c2", "--yes").code()).isZero();
        assertThat(bench.blocked()).isFalse();
    }

    @Test
    void while_it_works_another_process_reads_and_does_not_write() throws Exception {
        assertThat(bench.run("status").err()).contains("is worked on by another Cordon (pid " + cordon.pid());
        assertThat(bench.run("resume").err()).contains("is in use by another Cordon (pid " + cordon.pid());
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private void await(Condition condition) throws Exception {
        while (!condition.holds()) {
            assertThat(cordon.isAlive()).as(said()).isTrue();
            cordon.waitFor(20, TimeUnit.MILLISECONDS);
        }
    }

    /** The platform answers at last. */
    private void answer() throws IOException {
        Files.delete(bench.edge.resolve(".hang"));
    }

    private Process start() throws IOException {
        var command = new ArrayList<>(HEARING_SIGNALS);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                FolderMain.class.getName(),
                "apply",
                "--yes",
                "--data",
                bench.data.toString(),
                "two.yaml"));
        var builder = new ProcessBuilder(command)
                .directory(bench.folder.toFile())
                .redirectOutput(bench.folder.resolve("out").toFile())
                .redirectError(bench.folder.resolve("err").toFile());
        builder.environment().put("EDGE_PASSWORD", Bench.SECRET);
        return builder.start();
    }

    private void signal(String name) throws Exception {
        var kill = new ProcessBuilder("kill", "-" + name, String.valueOf(cordon.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    private void ended() throws InterruptedException {
        assertThat(cordon.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private String said() throws IOException {
        return Files.readString(bench.folder.resolve("err"));
    }
}
