package dev.cordon.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.plan.Digest;
import dev.cordon.testing.ChildJvm;
import dev.cordon.testing.Mounted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteJDBCLoader;

/** A disk that is full or closed to us: one line that says what to do, and nothing that was acknowledged is lost. */
final class DiskTest {

    private static final RunId RUN = new RunId("run");
    private static final String BODY = "{\"n\":\"" + "x".repeat(2_000) + "\"}";

    @TempDir
    Path temp;

    @Test
    void a_full_disk_loses_nothing_acknowledged_and_the_journal_goes_on_when_there_is_space() throws Exception {
        loadSqlite();
        try (var disk = Mounted.tmpfs(temp.resolve("disk"), "1m")) {
            var filler = Files.write(disk.at().resolve("filler"), new byte[300 << 10]);
            var path = disk.at().resolve("data");
            try (var folder = DataFolder.open(path, Clock.systemUTC())) {
                var acknowledged = new ArrayList<Long>();

                var refusal = appendUntilRefused(folder.journal(), acknowledged);

                assertThat(refusal.getMessage())
                        .isEqualTo("the disk that holds " + path.resolve("cordon.db") + " is full: free some space and"
                                + " try again; what was recorded is safe");
                assertThat(seqs(folder.journal())).isEqualTo(acknowledged);
                Files.delete(filler);
                assertThat(folder.journal().append(RUN, "a", BODY)).isEqualTo(acknowledged.size() + 1);
                acknowledged.add(acknowledged.size() + 1L);
                assertThat(folder.journal().verify(RUN)).isInstanceOf(Verification.Intact.class);
                assertThat(seqs(folder.journal())).isEqualTo(acknowledged);
            }
            try (var folder = DataFolder.openForReading(path)) {
                assertThat(folder.journal().verify(RUN)).isInstanceOf(Verification.Intact.class);
            }
        }
    }

    @Test
    void a_plan_that_finds_no_space_is_not_kept_and_leaves_nothing_behind() throws Exception {
        loadSqlite();
        try (var disk = Mounted.tmpfs(temp.resolve("disk"), "1m")) {
            var path = disk.at().resolve("data");
            try (var folder = DataFolder.open(path, Clock.systemUTC())) {
                assertThatThrownBy(() -> folder.keepPlan(new Digest("a".repeat(64)), new byte[2 << 20]))
                        .isInstanceOf(JournalException.class)
                        .hasMessageEndingWith("is full: free some space and try again; what was recorded is safe");

                assertThat(folder.plan(new Digest("a".repeat(64)))).isEmpty();
                assertThat(path.resolve("tmp")).isEmptyDirectory();
            }
        }
    }

    @Test
    void a_full_disk_refuses_a_new_folder_in_one_line() throws Exception {
        loadSqlite();
        try (var disk = Mounted.tmpfs(temp.resolve("disk"), "64k")) {
            Files.write(disk.at().resolve("filler"), new byte[56 << 10]);

            assertThatThrownBy(() -> DataFolder.open(disk.at().resolve("data"), Clock.systemUTC()))
                    .isInstanceOf(JournalException.class)
                    .hasMessageEndingWith("is full: free some space and try again; what was recorded is safe");
        }
    }

    @Test
    void a_process_that_starts_on_a_full_disk_is_refused_in_one_line() throws Exception {
        try (var disk = Mounted.tmpfs(temp.resolve("disk"), "1m")) {
            var path = disk.at().resolve("data");
            loadSqlite();
            DataFolder.open(path, Clock.systemUTC()).close();

            try (var child = ChildJvm.start(OpeningChild.class, path)) {
                assertThat(child.line())
                        .isEqualTo("the disk that holds " + path.resolve("tmp")
                                + " is full: free some space and try again; what was recorded is safe");
                assertThat(child.exitCode()).isEqualTo(2);
            }
        }
    }

    @Test
    void a_read_only_file_system_is_refused_in_one_line() throws Exception {
        loadSqlite();
        try (var disk = Mounted.tmpfs(temp.resolve("disk"), "4m")) {
            var path = disk.at().resolve("data");
            DataFolder.open(path, Clock.systemUTC()).close();
            disk.readOnly();

            assertThatThrownBy(() -> DataFolder.open(path, Clock.systemUTC()))
                    .isInstanceOf(JournalException.class)
                    .hasMessage("this user may not read and write " + path + ", or its file system is read-only: put"
                            + " that right, or use --data with another folder");
        }
    }

    @Test
    void a_folder_of_another_user_is_refused_in_one_line() throws Exception {
        Mounted.assumeRoot();
        var path = temp.resolve("data");
        DataFolder.open(path, Clock.systemUTC()).close();
        openToAll(temp);

        try (var nobody = ChildJvm.start(
                List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"),
                readableClassPath(),
                OpeningChild.class,
                path)) {
            assertThat(nobody.line())
                    .isEqualTo("this user may not read and write " + path + ", or its file system is read-only: put"
                            + " that right, or use --data with another folder");
            assertThat(nobody.exitCode()).isEqualTo(2);
        }
    }

    private static JournalException appendUntilRefused(Journal journal, List<Long> acknowledged) {
        for (var n = 0; n < 10_000; n++) {
            try {
                acknowledged.add(journal.append(RUN, "a", BODY));
            } catch (JournalException e) {
                return e;
            }
        }
        throw new AssertionError("20 MB fit on a disk of 1 MB");
    }

    private static List<Long> seqs(Journal journal) {
        return journal.read(RUN).stream().map(Entry::seq).toList();
    }

    /** So that its library is not unpacked on the small disk. */
    private static void loadSqlite() throws Exception {
        SQLiteJDBCLoader.initialize();
    }

    /** Another user cannot read this project's own folders, nor the local repository. */
    private String readableClassPath() throws Exception {
        var copies = new ArrayList<String>();
        for (var part : List.of(DataFolder.class, OpeningChild.class, SQLiteJDBCLoader.class)) {
            var from = Path.of(
                    part.getProtectionDomain().getCodeSource().getLocation().toURI());
            var to = Files.createDirectories(temp.resolve("classes-" + copies.size()));
            copies.add(Files.isDirectory(from) ? copyTree(from, to) : copyFile(from, to));
        }
        openToAll(temp);
        return String.join(":", copies);
    }

    private static String copyFile(Path from, Path to) throws Exception {
        return Files.copy(from, to.resolve("copy.jar")).toString();
    }

    private static String copyTree(Path from, Path to) throws Exception {
        try (var all = Files.walk(from)) {
            for (var each : all.toList()) {
                var copy = to.resolve(from.relativize(each));
                Files.copy(each, copy, StandardCopyOption.REPLACE_EXISTING);
                openToAll(copy);
            }
        }
        return to.toString();
    }

    private static void openToAll(Path path) throws Exception {
        var mode = Files.isDirectory(path) ? "rwxr-xr-x" : "rw-r--r--";
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }
}
