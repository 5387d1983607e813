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
import org.junit.jupiter.api.io.TempDir;

/** A real process that is stopped while the platform does not answer. */
class StoppingTest {

    private static final int BY_SIGINT = 128 + 2;
    private static final int BY_SIGKILL = 128 + 9;

    private Bench bench;
    private Process cordon;

    @BeforeEach
    void begin_and_wait_until_the_write_had_its_effect(@TempDir Path folder) throws Exception {
        bench = new Bench(folder);
        Files.createFile(bench.edge.resolve(".hang"));
        cordon = start();
        while (!bench.blocked()) {
            assertThat(cordon.isAlive()).as(said()).isTrue();
            cordon.waitFor(20, TimeUnit.MILLISECONDS);
        }
        Files.delete(bench.edge.resolve(".hang"));
    }

    @AfterEach
    void end() {
        cordon.destroyForcibly();
    }

    @Test
    void ctrl_c_ends_it_soon_and_it_says_how_to_go_on() throws Exception {
        signal("INT");

        assertThat(cordon.exitValue()).isEqualTo(BY_SIGINT);
        assertThat(said()).contains("stopped on request", "cordon resume RUN-");
        assertThat(bench.run("resume").code()).isZero();
        assertThat(bench.blocked()).isTrue();
    }

    @Test
    void kill_leaves_a_run_that_the_next_command_names_and_resume_ends() throws Exception {
        signal("KILL");

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

        signal("KILL");
    }

    private Process start() throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                FolderMain.class.getName(),
                "apply",
                "--yes",
                "--data",
                bench.data.toString()));
        command.addAll(List.of(Bench.BLOCK));
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
        assertThat(cordon.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private String said() throws IOException {
        return Files.readString(bench.folder.resolve("err"));
    }
}
