package dev.cordon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cordon.cli.CordonProcesses.Running;
import dev.cordon.lab.postgresql.DebianServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several real processes, each with a data folder of its own, on one PostgreSQL store. Needs Debian's PostgreSQL 15. */
@Timeout(180)
class SharedStoreProcessesTest {

    private static final int ACTIONS = 30;
    private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(10);

    private CordonProcesses processes;
    private DebianServer server;
    private Path folder;
    private Path edge;

    @BeforeEach
    void open(@TempDir Path temp) throws IOException {
        assumeTrue(
                DebianServer.missing().isEmpty(), () -> DebianServer.missing().orElse(""));
        server = DebianServer.startDurable(Files.createDirectory(temp.resolve("server")));
        folder = Files.createDirectory(temp.resolve("user"));
        processes = new CordonProcesses(folder, Map.of("STORE_PASSWORD", server.password()));
        edge = Files.createDirectory(folder.resolve("edge"));
        Files.createFile(edge.resolve(".slow"));
        Files.writeString(folder.resolve("cordon.yaml"), """
                platforms:
                  edge: { type: folder, path: %s }
                store: { url: "%s", user: postgres, password: env:STORE_PASSWORD }
                """.formatted(edge, server.jdbcUrl("postgres")));
        Files.writeString(folder.resolve("chain.yaml"), chain());
    }

    @AfterEach
    void end() {
        if (processes != null) {
            processes.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void another_worker_goes_on_within_ten_seconds_where_one_was_killed() throws Exception {
        var workers = List.of(start("one", "work"), start("two", "work"));
        for (var worker : workers) {
            worker.await("works on");
        }
        var apply = start("three", "apply", "--yes", "chain.yaml");
        awaitBlocked(5);

        apply.kill();
        var before = blocked();
        var killed = System.nanoTime();
        awaitBlocked(before + 1);

        assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(TAKEN_OVER_WITHIN);
        awaitBlocked(ACTIONS);
        awaitStatus("completed");
        assertThat(calls()).hasSize(ACTIONS).doesNotHaveDuplicates();
    }

    @Test
    void one_that_stood_still_and_goes_on_writes_nothing_more_and_sends_nothing_twice() throws Exception {
        var worker = start("one", "work");
        worker.await("works on");
        var apply = start("two", "apply", "--yes", "chain.yaml");
        awaitBlocked(5);

        apply.signal("-STOP");
        var before = blocked();
        awaitBlocked(before + 2);
        apply.signal("-CONT");

        assertThat(apply.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(apply.said()).contains("another Cordon has taken over");
        awaitBlocked(ACTIONS);
        awaitStatus("completed");
        assertThat(calls()).hasSize(ACTIONS).doesNotHaveDuplicates();
        assertThat(run("audit", "verify")).isZero();
    }

    @Test
    void everything_goes_on_where_the_database_was_restarted_meanwhile() throws Exception {
        var apply = start("one", "apply", "--yes", "chain.yaml");
        awaitBlocked(5);

        server.restart();

        assertThat(apply.process().waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(apply.process().exitValue()).as(apply.said()).isZero();
        assertThat(calls()).hasSize(ACTIONS).doesNotHaveDuplicates();
        assertThat(run("audit", "verify")).isZero();
    }

    @Test
    void workers_that_are_restarted_one_after_another_hand_the_work_on() throws Exception {
        var first = start("one", "work");
        first.await("works on");
        var apply = start("two", "apply", "--yes", "chain.yaml");
        awaitBlocked(2);
        apply.kill();
        awaitBlocked(6);

        var second = start("three", "work");
        second.await("works on");
        first.signal("-TERM");
        assertThat(first.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
        awaitBlocked(blocked() + 4);
        var third = start("four", "work");
        third.await("works on");
        second.signal("-TERM");

        assertThat(second.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(List.of(first.process().exitValue(), second.process().exitValue()))
                .containsOnly(0);
        awaitBlocked(ACTIONS);
        awaitStatus("completed");
        assertThat(calls()).hasSize(ACTIONS).doesNotHaveDuplicates();
    }

    @Test
    void what_falls_due_while_its_worker_is_dead_is_undone_by_another() throws Exception {
        var first = start("one", "work");
        first.await("works on");
        var apply = start("two", words("apply", "--yes", "ttl=3s"));
        assertThat(apply.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(apply.process().exitValue()).as(apply.said()).isZero();
        first.kill();

        var second = start("three", "work");

        second.await("/c2: its time was over, and it is undone");
        assertThat(blocked()).isZero();
    }

    /** Each action waits for the one before it. */
    private static String chain() {
        return IntStream.rangeClosed(1, ACTIONS)
                .mapToObj(i -> """
                          - id: b%d
                            firewall_block: { target: 198.51.100.%d, target_type: ip, direction: both, reason: C2 }
                        %s""".formatted(i, i, i == 1 ? "" : "    after: [b" + (i - 1) + "]\n"))
                .collect(Collectors.joining("", "incident_id: INC-1\nname: chain\nactions:\n", ""));
    }

    private static String[] words(String command, String... more) {
        var all = new ArrayList<String>(List.of(command));
        all.addAll(List.of(Bench.BLOCK));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private long blocked() throws IOException {
        try (var files = Files.list(edge)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .count();
        }
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(edge.resolve(".calls"));
    }

    private void awaitBlocked(long atLeast) throws Exception {
        while (blocked() < atLeast) {
            Thread.sleep(20); // a condition, looked at again
        }
    }

    private void awaitStatus(String word) throws Exception {
        while (run("status") != 0
                || !Files.readString(folder.resolve("out-status")).contains(word)) {
            Thread.sleep(100); // a condition, looked at again
        }
    }

    private int run(String... arguments) throws Exception {
        var running = start(arguments[0], arguments);
        assertThat(running.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
        return running.process().exitValue();
    }

    /** @param name of its data folder and its output */
    private Running start(String name, String... arguments) throws IOException {
        return processes.start(name, folder.resolve("data-" + name), arguments);
    }
}
