package dev.cordon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data folder, copied while no Cordon runs as docs/operations.md says, is all that an undo needs. */
class BackupTest {

    private Bench bench;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        bench = new Bench(folder);
    }

    @Test
    void what_is_in_force_is_undone_by_a_restored_backup() throws Exception {
        var run = bench.applied();
        var backup = bench.folder.resolve("backup");
        copy(bench.data, backup);
        delete(bench.data);

        copy(backup, bench.data);

        assertThat(bench.run("audit", "verify").code()).isZero();
        assertThat(bench.run("rollback", "--yes", run).code()).isZero();
        assertThat(bench.blocked()).isFalse();
    }

    @Test
    void a_plan_that_was_kept_is_applied_from_a_restored_backup() throws Exception {
        var digest = bench.block("plan", "--json").json().path("digest").stringValue();
        var backup = bench.folder.resolve("backup");
        copy(bench.data, backup);

        var outcome = bench.bare("--data", backup.toString(), "apply", "--digest", digest);

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(bench.blocked()).isTrue();
    }

    private static void copy(Path from, Path to) throws Exception {
        run("cp", "-a", from.toString(), to.toString());
    }

    private static void delete(Path folder) throws Exception {
        run("rm", "-r", folder.toString());
        assertThat(Files.exists(folder)).isFalse();
    }

    private static void run(String... command) throws Exception {
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }
}
