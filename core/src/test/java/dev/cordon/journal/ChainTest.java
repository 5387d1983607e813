package dev.cordon.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.journal.Verification.Broken;
import dev.cordon.journal.Verification.Intact;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody with the file and SQL changes the record. */
final class ChainTest {

    private static final RunId RUN = new RunId("run");

    @TempDir
    Path temp;

    private Path path;

    @BeforeEach
    void record_two_runs_of_five_entries() {
        path = temp.resolve("data");
        try (var folder = DataFolder.open(path, Clock.systemUTC())) {
            for (var n = 1; n <= 5; n++) {
                folder.journal().append(RUN, "a", "{\"n\":" + n + "}");
                folder.journal().append(new RunId("other"), "a", "{\"n\":" + n + "}");
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        a changed body           | 3 | update entry set body = '{"n":4}' where run = 'run' and seq = 3
        a changed kind           | 3 | update entry set kind = 'b' where run = 'run' and seq = 3
        a changed time           | 3 | update entry set at = '2026-01-05T10:00:00Z' where run = 'run' and seq = 3
        a changed hash           | 3 | update entry set hash = substr(hash, 2) where run = 'run' and seq = 3
        a change at the end      | 5 | update entry set body = '{}' where run = 'run' and seq = 5
        a removed entry          | 3 | delete from entry where run = 'run' and seq = 3
        a removed first entry    | 1 | delete from entry where run = 'run' and seq = 1
        an entry before the first| 0 | insert into entry select run, 0, at, kind, body, hash from entry where run = 'run' and seq = 1
        a forged one at the end  | 6 | insert into entry select run, 6, at, kind, body, hash from entry where run = 'run' and seq = 5
        another run's entry      | 3 | update entry set (body, hash) = (select body, hash from entry where run = 'other' and seq = 3) where run = 'run' and seq = 3
        """)
    void is_seen_at_its_place(String what, long place, String sql) throws Exception {
        forge(sql);

        assertThat(verification())
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.seq()).isEqualTo(place));
    }

    @Test
    void an_entry_put_into_the_middle_is_seen() throws Exception {
        forge("update entry set seq = -seq where run = 'run' and seq > 2");
        forge("update entry set seq = 1 - seq where run = 'run' and seq < 0");
        forge("insert into entry select run, 3, at, kind, body, hash from entry where run = 'run' and seq = 2");

        assertThat(verification())
                .isEqualTo(new Broken(3, "entry 3 was changed, put in or moved: its hash does not fit"));
    }

    @Test
    void two_entries_that_changed_places_are_seen() throws Exception {
        forge("update entry set seq = -seq where run = 'run' and seq in (2, 4)");
        forge("update entry set seq = 6 + seq where run = 'run' and seq < 0");

        assertThat(verification())
                .isEqualTo(new Broken(2, "entry 2 was changed, put in or moved: its hash does not fit"));
    }

    @Test
    void a_cut_off_end_shows_by_the_head_alone() throws Exception {
        var before = (Intact) verification();

        forge("delete from entry where run = 'run' and seq = 5");

        assertThat(verification())
                .isInstanceOfSatisfying(
                        Intact.class, intact -> assertThat(intact.head()).isNotEqualTo(before.head()));
    }

    @Test
    void a_forged_run_leaves_the_others_intact() throws Exception {
        forge("update entry set body = '{}' where run = 'run'");

        try (var folder = DataFolder.openForReading(path)) {
            assertThat(folder.journal().verify(new RunId("other"))).isInstanceOf(Intact.class);
        }
    }

    @Test
    void a_run_without_its_first_entry_is_still_listed() throws Exception {
        forge("delete from entry where run = 'run' and seq = 1");

        try (var folder = DataFolder.openForReading(path)) {
            assertThat(folder.journal().runs()).containsExactlyInAnyOrder(RUN, new RunId("other"));
        }
    }

    @Test
    void the_hash_tells_the_same_text_in_other_fields_apart() {
        var one = new ChainLink("run", 1, "at", "ab", "c").hashAfter(ChainLink.START);
        var other = new ChainLink("run", 1, "at", "a", "bc").hashAfter(ChainLink.START);

        assertThat(one).isNotEqualTo(other);
    }

    /** Computed apart from this code: SHA-256 over each field with its length in four bytes before it. */
    @Test
    void the_hash_stays_what_it_was_in_earlier_versions() {
        var link = new ChainLink("RUN-1", 1, "2026-01-05T10:00:00Z", "accepted", "{\"ä\":1}");

        assertThat(link.hashAfter(ChainLink.START))
                .isEqualTo("42a16b27b53c446f56ec9cd51804b15396078f62f0f0d2bcb979cfc7ca92e9f1");
    }

    private Verification verification() {
        try (var folder = DataFolder.openForReading(path)) {
            return folder.journal().verify(RUN);
        }
    }

    private void forge(String sql) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + path.resolve("cordon.db"));
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
        }
    }
}
