package dev.cordon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.cli.CordonProcesses.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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

    private Bench bench;
    private CordonProcesses processes;
    private int files;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        bench = new Bench(folder);
        processes = new CordonProcesses(folder, Map.of("EDGE_PASSWORD", Bench.SECRET));
    }

    @AfterEach
    void end() {
        processes.close();
    }

    @Test
    void lesson_1_a_timer_survives_kill_9_of_the_worker() throws Exception {
        var worker = start("work");
        worker.await("works on");
        apply("ttl=4s");
        worker.kill();
        assertThat(bench.blocked()).isTrue();

        var next = start("work");
        next.await("/c2: its time was over, and it is undone");

        assertThat(bench.blocked()).isFalse();
    }

    @Test
    void a_worker_lets_apply_work_beside_it_and_undoes_what_that_left() throws Exception {
        var worker = start("work");
        worker.await("works on");

        assertThat(apply("ttl=1s").said()).doesNotContain("nothing will undo");

        worker.await("/c2: its time was over, and it is undone");
        assertThat(bench.blocked()).isFalse();
    }

    @Test
    void a_worker_that_is_asked_to_stop_ends_well() throws Exception {
        var worker = start("work", "--json");
        worker.await("works on");

        worker.signal("-TERM");

        assertThat(worker.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(worker.process().exitValue()).isZero();
    }

    @Test
    void what_kill_9_interrupted_is_gone_on_with() throws Exception {
        var hang = Files.createFile(bench.edge.resolve(".hang"));
        var apply = start(words("apply", "--yes"));
        while (!bench.blocked()) {
            assertThat(apply.process().waitFor(20, TimeUnit.MILLISECONDS))
                    .as(apply.said())
                    .isFalse();
        }
        apply.kill();
        Files.delete(hang);

        var worker = start("work");

        worker.await("gone on with, now completed");
    }

    private Running apply(String ttl) throws Exception {
        var apply = start(words("apply", "--yes", ttl));
        assertThat(apply.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(apply.process().exitValue()).as(apply.said()).isZero();
        return apply;
    }

    /** The block of the bench after the command, then more. */
    private static String[] words(String command, String... more) {
        return Stream.of(Stream.of(command), Stream.of(Bench.BLOCK), Stream.of(more))
                .flatMap(words -> words)
                .toArray(String[]::new);
    }

    private Running start(String... arguments) throws IOException {
        return processes.start(String.valueOf(files++), bench.data, arguments);
    }
}
