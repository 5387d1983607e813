package dev.cordon.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a data folder is made of, and where it may lie. */
final class DataFolderTest {

    private static final RunId RUN = new RunId("run");

    @TempDir
    Path temp;

    @Test
    void only_the_owner_can_look_into_it() throws Exception {
        var path = temp.resolve("data");
        try (var folder = DataFolder.open(path, Clock.systemUTC())) {
            folder.journal().append(RUN, "a", "{}");
            folder.keepPlan("a".repeat(64), new byte[] {'{', '}'});

            assertThat(mode(path)).isEqualTo("rwx------");
            assertThat(mode(path.resolve("plans"))).isEqualTo("rwx------");
            assertThat(mode(path.resolve("tmp"))).isEqualTo("rwx------");
            for (var file : new String[] {"cordon.lock", "cordon.db", "cordon.db-wal", "cordon.db-shm"}) {
                assertThat(mode(path.resolve(file))).as(file).isEqualTo("rw-------");
            }
            assertThat(mode(path.resolve("plans").resolve("a".repeat(64) + ".json")))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void an_empty_folder_that_others_could_read_becomes_private() throws Exception {
        var path = Files.createDirectory(temp.resolve("data"));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));

        DataFolder.open(path, Clock.systemUTC()).close();

        assertThat(mode(path)).isEqualTo("rwx------");
    }

    @Test
    void a_folder_that_others_may_write_to_is_refused_and_left_as_it_is() throws Exception {
        var path = Files.createDirectory(temp.resolve("data"));
        Files.writeString(path.resolve("something"), "else");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwx---"));

        assertThatThrownBy(() -> DataFolder.open(path, Clock.systemUTC()))
                .isInstanceOf(JournalException.class)
                .hasMessage("others may write to " + path
                        + ": close it with 'chmod 700', or use --data with a folder of its own");
        assertThat(path).isDirectoryNotContaining(file -> !file.endsWith("something"));
    }

    @Test
    void the_files_in_somebody_elses_tmp_are_never_cleared_away() throws Exception {
        var path = Files.createDirectory(temp.resolve("data"));
        var precious = Files.createDirectory(path.resolve("tmp")).resolve("precious");
        Files.writeString(precious, "kept");

        for (var opening : List.<Runnable>of(
                () -> DataFolder.open(path, Clock.systemUTC()).close(),
                () -> DataFolder.openForPlans(path).close())) {
            assertThatThrownBy(opening::run)
                    .isInstanceOf(JournalException.class)
                    .hasMessage(path.resolve("tmp")
                            + " holds files that are not Cordon's: use --data with a folder of its own");
            assertThat(precious).hasContent("kept");
        }
    }

    @Test
    void a_folder_below_one_that_is_not_there_is_refused() {
        var path = temp.resolve("no/data");

        assertThatThrownBy(() -> DataFolder.open(path, Clock.systemUTC()))
                .hasMessage("the folder above " + path + " is not there: create it first, or use --data with another"
                        + " folder");
    }

    @Test
    void a_file_in_its_place_is_refused() throws Exception {
        var path = Files.writeString(temp.resolve("data"), "precious");

        assertThatThrownBy(() -> DataFolder.open(path, Clock.systemUTC()))
                .hasMessage(path + " is not a folder: use --data with one");
        assertThat(path).hasContent("precious");
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "100%25", "a?b=c", "d'q\"", "ü#", "nl\nx"})
    void its_name_is_only_a_name(String name) {
        var path = temp.resolve(name);
        try (var folder = DataFolder.open(path, Clock.systemUTC())) {
            folder.journal().append(RUN, "a", "{}");
        }

        assertThat(path.resolve("cordon.db")).isRegularFile();
        assertThat(temp).isDirectoryNotContaining(other -> !other.equals(path));
    }

    @Test
    void an_absent_folder_reads_as_an_empty_one_and_is_not_made() {
        var path = temp.resolve("data");
        try (var folder = DataFolder.openForReading(path)) {
            assertThat(folder.journal().runs()).isEmpty();
            assertThat(folder.journal().read(RUN)).isEmpty();
            assertThat(folder.plan("a".repeat(64))).isEmpty();
        }

        assertThat(path).doesNotExist();
    }

    @Test
    void what_a_killed_process_left_in_tmp_is_cleared_away_links_included_but_not_followed() throws Exception {
        var path = temp.resolve("data");
        DataFolder.open(path, Clock.systemUTC()).close();
        var precious = Files.createDirectory(temp.resolve("precious"));
        Files.writeString(precious.resolve("file"), "kept");
        Files.createDirectories(path.resolve("tmp/deep/er"));
        Files.writeString(path.resolve("tmp/deep/er/plan-1.json"), "half");
        Files.createSymbolicLink(path.resolve("tmp/link"), precious);

        DataFolder.open(path, Clock.systemUTC()).close();

        assertThat(path.resolve("tmp"))
                .isDirectoryNotContaining(file -> !file.toString().contains("sqlite"));
        assertThat(precious.resolve("file")).hasContent("kept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nfs", "nfs4", "cifs", "smb3", "9p", "ceph", "fuse.sshfs", "fuse", "fuse.glusterfs"})
    void a_network_file_system_is_refused(String type) {
        assertThatThrownBy(() -> PrivateFolder.refuseNetwork(Path.of("/data"), type))
                .isInstanceOf(JournalException.class)
                .hasMessage("/data lies on a network file system (" + type + "), where a journal is not safe: use"
                        + " --data with a folder on a local disk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ext4", "xfs", "btrfs", "zfs", "tmpfs", "overlay", "fuseblk", "fuse.fuse-overlayfs", ""})
    void a_local_file_system_is_taken(String type) {
        assertThatCode(() -> PrivateFolder.refuseNetwork(Path.of("/data"), type))
                .doesNotThrowAnyException();
    }

    private static String mode(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
