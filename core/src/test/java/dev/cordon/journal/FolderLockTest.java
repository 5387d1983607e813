package dev.cordon.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.testing.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process writes to a data folder, and only once. */
final class FolderLockTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-05T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path temp;

    @Test
    void a_second_process_is_refused_with_one_line_that_names_the_first() throws Exception {
        var path = temp.resolve("data");
        try (var first = DataFolder.open(path, CLOCK);
                var second = ChildJvm.start(OpeningChild.class, path)) {
            first.journal().append(new RunId("run"), "a", "{}");

            assertThat(second.line())
                    .isEqualTo(path + " is in use by another Cordon (pid "
                            + ProcessHandle.current().pid()
                            + ", since 2026-01-05T10:00:00Z). One data folder serves one"
                            + " process: wait for it, or use --data with another folder. (Several processes share a"
                            + " PostgreSQL 'store'.)");
            assertThat(second.line()).isNull();
            assertThat(second.exitCode()).isEqualTo(2);
        }
    }

    @Test
    void a_killed_process_leaves_the_folder_free_at_once() throws Exception {
        var path = temp.resolve("data");
        try (var killed = ChildJvm.start(OpeningChild.class, path)) {
            assertThat(killed.line()).isEqualTo("open");
            assertThatThrownBy(() -> DataFolder.open(path, CLOCK)).isInstanceOf(DataFolderInUse.class);

            killed.kill();

            try (var folder = DataFolder.open(path, CLOCK)) {
                assertThat(folder.journal().read(new RunId("opened"))).hasSize(1);
            }
        }
    }

    @Test
    void the_same_process_is_refused_a_second_time_by_any_path() throws Exception {
        var path = temp.resolve("data");
        try (var first = DataFolder.open(path, CLOCK)) {
            var link = Files.createSymbolicLink(temp.resolve("link"), path);

            assertThatThrownBy(() -> DataFolder.open(path, CLOCK)).isInstanceOf(DataFolderInUse.class);
            assertThatThrownBy(() -> DataFolder.open(link, CLOCK)).isInstanceOf(DataFolderInUse.class);
            assertThat(first.journal().append(new RunId("run"), "a", "{}")).isEqualTo(1);
        }
    }

    /** POSIX drops a lock when the process closes any channel to the file: a refused attempt must not open it. */
    @Test
    void a_refused_attempt_of_the_same_process_does_not_let_another_one_in() throws Exception {
        var path = temp.resolve("data");
        try (var first = DataFolder.open(path, CLOCK)) {
            assertThatThrownBy(() -> DataFolder.open(path, CLOCK)).isInstanceOf(DataFolderInUse.class);

            try (var other = ChildJvm.start(OpeningChild.class, path)) {
                assertThat(other.line()).contains("is in use by another Cordon");
            }
            assertThat(first.journal().runs()).isEmpty();
        }
    }

    @Test
    void a_closed_folder_opens_again() {
        var path = temp.resolve("data");
        DataFolder.open(path, CLOCK).close();

        try (var folder = DataFolder.open(path, CLOCK)) {
            assertThat(folder.journal().runs()).isEmpty();
        }
    }

    @Test
    void a_folder_that_could_not_be_opened_is_not_held() throws Exception {
        var path = temp.resolve("data");
        DataFolder.open(path, CLOCK).close();
        var database = Files.readAllBytes(path.resolve("cordon.db"));
        Files.write(path.resolve("cordon.db"), new byte[0]);
        assertThatThrownBy(() -> DataFolder.open(path, CLOCK)).hasMessageContaining("is empty");

        Files.write(path.resolve("cordon.db"), database);

        try (var folder = DataFolder.open(path, CLOCK)) {
            assertThat(folder.journal().runs()).isEmpty();
        }
    }

    @Test
    void a_link_in_place_of_the_lock_is_refused_and_its_target_left_alone() throws Exception {
        var path = Files.createDirectory(temp.resolve("data"));
        var victim = Files.writeString(temp.resolve("victim"), "precious");
        Files.createSymbolicLink(path.resolve("cordon.lock"), victim);

        assertThatThrownBy(() -> DataFolder.open(path, CLOCK)).isInstanceOf(JournalException.class);

        assertThat(victim).hasContent("precious");
    }
}
