package dev.cordon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real worker beside real commands, killed and started again. */
@Timeout(120)
class WorkerProcessTest {

    private final List<Process> started = new ArrayList<>();
    private Bench bench;
    private int files;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        bench = new Bench(folder);
    }

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void lesson_1_a_timer_survives_kill_9_of_the_worker() throws Exception {
        var worker = start("work");
        await(worker, "works on");
        apply("ttl=4s");
        worker.process().destroyForcibly().waitFor();
        assertThat(bench.blocked()).isTrue();

        var next = start("work");
        await(next, "/c2: its time was over, and it is undone");

        assertThat(bench.blocked()).isFalse();
    }

    @Test
    void a_worker_lets_apply_work_beside_it_and_undoes_what_that_left() throws Exception {
        var worker = start("work");
        await(worker, "works on");

        assertThat(said(apply("ttl=1s"))).doesNotContain("nothing will undo");

        await(worker, "/c2: its time was over, and it is undone");
        assertThat(bench.blocked()).isFalse();
    }

    @Test
    void a_worker_that_is_asked_to_stop_ends_well() throws Exception {
        var worker = start("work", "--json");
        await(worker, "works on");

        assertThat(new ProcessBuilder(
                                "kill", "-TERM", String.valueOf(worker.process().pid()))
                        .start()
                        .waitFor())
                .isZero();

        assertThat(worker.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(worker.process().exitValue()).isZero();
    }

    @Test
    void what_kill_9_interrupted_is_gone_on_with() throws Exception {
        var hang = Files.createFile(bench.edge.resolve(".hang"));
        var apply = start(words("apply", "--yes"));
        while (!bench.blocked()) {
            assertThat(apply.process().waitFor(20, TimeUnit.MILLISECONDS))
                    .as(said(apply))
                    .isFalse();
        }
        apply.process().destroyForcibly().waitFor();
        Files.delete(hang);

        var worker = start("work");

        await(worker, "gone on with, now completed");
    }

    private record Running(Process process, Path err) {}

    private Running apply(String ttl) throws Exception {
        var apply = start(words("apply", "--yes", ttl));
        assertThat(apply.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(apply.process().exitValue()).as(said(apply)).isZero();
        return apply;
    }

    /** The block of the bench after the command, then more. */
    private static String[] words(String command, String... more) {
        return Stream.of(Stream.of(command), Stream.of(Bench.BLOCK), Stream.of(more))
                .flatMap(words -> words)
                .toArray(String[]::new);
    }

    private Running start(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                FolderMain.class.getName(),
                "--data",
                bench.data.toString()));
        command.addAll(List.of(arguments));
        files++;
        var err = bench.folder.resolve("err" + files);
        var builder = new ProcessBuilder(command)
                .directory(bench.folder.toFile())
                .redirectOutput(bench.folder.resolve("out" + files).toFile())
                .redirectError(err.toFile());
        builder.environment().put("EDGE_PASSWORD", Bench.SECRET);
        var running = new Running(builder.start(), err);
        started.add(running.process());
        return running;
    }

    private static void await(Running running, String words) throws Exception {
        while (!said(running).contains(words)) {
            assertThat(running.process().waitFor(20, TimeUnit.MILLISECONDS))
                    .as(said(running))
                    .isFalse();
        }
    }

    private static String said(Running running) throws IOException {
        return Files.readString(running.err());
    }
}
