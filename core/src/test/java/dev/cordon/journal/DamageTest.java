package dev.cordon.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that is not what it was: one line that says what to do, and the file is left as it is. */
final class DamageTest {

    private static final RunId RUN = new RunId("run");

    @TempDir
    Path temp;

    private Path path;
    private Path database;

    @BeforeEach
    void record_something() {
        path = temp.resolve("data");
        database = path.resolve("cordon.db");
        try (var folder = DataFolder.open(path, Clock.systemUTC())) {
            for (var n = 0; n < 200; n++) {
                folder.journal().append(RUN, "a", "{\"n\":\"" + "x".repeat(500) + "\"}");
            }
        }
    }

    @Test
    void a_file_of_noise_is_said_to_be_damaged() throws Exception {
        Files.write(database, "x".repeat(5_000).getBytes());

        assertRefused(
                this::open,
                database + " is damaged, or no journal of Cordon (SQLITE_NOTADB): restore it, with"
                        + " its -wal file, from a backup, or use --data with another folder");
        assertThat(database).hasContent("x".repeat(5_000));
    }

    @Test
    void half_a_file_is_said_to_be_damaged() throws Exception {
        var whole = Files.readAllBytes(database);
        Files.write(database, Arrays.copyOf(whole, whole.length / 2 / 4096 * 4096));

        assertRefused(this::open, database + " is damaged, or no journal of Cordon (SQLITE_CORRUPT)");
        assertRefused(this::read, database + " is damaged, or no journal of Cordon (SQLITE_CORRUPT)");
    }

    @Test
    void an_empty_file_is_no_new_journal() throws Exception {
        Files.write(database, new byte[0]);

        assertRefused(
                this::open,
                database + " is empty, so somebody truncated it: restore it from a backup, or use"
                        + " --data with another folder");
        assertRefused(this::read, database + " is empty, so somebody truncated it");
    }

    @Test
    void a_page_of_noise_is_said_to_be_damaged_when_it_is_read() throws Exception {
        try (var file = FileChannel.open(database, StandardOpenOption.WRITE)) {
            for (var page = 2; page < file.size() / 4096; page++) {
                file.write(ByteBuffer.wrap(new byte[] {13, 0, 0, -1, -1, -1, -1, -1}), page * 4096L);
            }
        }

        assertRefused(this::read, database + " is damaged");
    }

    @Test
    void a_log_without_its_database_is_not_thrown_away() throws Exception {
        Files.delete(database);
        var log = Files.writeString(path.resolve("cordon.db-wal"), "log");

        assertRefused(
                this::open,
                database + " is missing, but " + log + " is there: restore both from a backup, or use"
                        + " --data with another folder");
        assertThat(log).hasContent("log");
    }

    @Test
    void a_folder_in_its_place_is_refused() throws Exception {
        Files.delete(database);
        Files.createDirectory(database);

        assertRefused(this::open, database + " is not a file: put it aside, or use --data with another folder");
    }

    @Test
    void the_database_of_another_application_is_refused_and_left_alone() throws Exception {
        sql("pragma application_id = 7");
        var before = Files.readAllBytes(database);

        assertRefused(this::open, database + " is the database of another application: use --data with another folder");
        assertThat(database).hasBinaryContent(before);
    }

    @Test
    void a_newer_schema_is_refused_with_the_versions() throws Exception {
        sql("pragma user_version = 9");

        assertRefused(
                this::open,
                database + " was written by a newer Cordon (schema 9, this one knows 1): use that"
                        + " one, or use --data with another folder");
        assertRefused(this::read, database + " was written by a newer Cordon (schema 9, this one knows 1)");
    }

    @Test
    void what_cordon_never_writes_is_no_answer() throws Exception {
        sql("update entry set at = 'yesterday' where seq = 3");

        assertRefused(this::read, "the journal holds what Cordon never wrote");
    }

    @Test
    void half_a_new_database_of_a_killed_process_is_made_anew() throws Exception {
        var other = Files.createDirectory(temp.resolve("other"));
        Files.writeString(other.resolve("cordon.db.new"), "half");
        Files.writeString(other.resolve("cordon.db.new-wal"), "half");

        try (var folder = DataFolder.open(other, Clock.systemUTC())) {
            assertThat(folder.journal().append(RUN, "a", "{}")).isEqualTo(1);
        }
        assertThat(other).isDirectoryNotContaining(file -> file.toString().contains(".new"));
    }

    private void assertRefused(ThrowingCallable use, String line) {
        assertThatThrownBy(use)
                .isInstanceOf(JournalException.class)
                .hasMessageStartingWith(line)
                .hasMessageNotContaining("\n");
    }

    private void open() {
        DataFolder.open(path, Clock.systemUTC()).close();
    }

    private void read() {
        try (var folder = DataFolder.openForReading(path)) {
            folder.journal().read(RUN);
        }
    }

    private void sql(String statement) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var executed = connection.createStatement()) {
            executed.execute(statement);
        }
    }
}
