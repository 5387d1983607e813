package dev.cordon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditVerifyCommandTest {

    private Bench bench;

    @BeforeEach
    void bench(@TempDir Path folder) throws IOException {
        bench = new Bench(folder);
    }

    @Test
    void without_any_run_there_is_nothing_to_verify() {
        var outcome = bench.run("audit", "verify");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).isEqualTo("no runs yet; nothing to verify\n");
        assertThat(bench.data).doesNotExist();
    }

    @Test
    void each_run_that_is_whole_has_its_line_with_its_head() {
        var first = bench.applied();
        bench.run("rollback", first, "--yes");
        var second = bench.applied();

        var outcome = bench.run("audit", "verify");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .containsPattern("(?m)^" + first + " +whole +\\d+ entries, head [0-9a-f]{64}$")
                .containsPattern("(?m)^" + second + " +whole ")
                .contains("2 runs: 2 whole, 0 broken.");
    }

    @Test
    void one_run_is_verified_by_itself() {
        var run = bench.applied();

        var json = bench.run("audit", "verify", run, "--json").json();

        assertThat(json.path("whole").booleanValue()).isTrue();
        assertThat(json.at("/runs/0/run").stringValue()).isEqualTo(run);
        assertThat(json.at("/runs/0/head").stringValue()).matches("[0-9a-f]{64}");
    }

    @Test
    void a_changed_entry_is_named_and_the_other_runs_are_verified_all_the_same() throws SQLException {
        var broken = bench.applied();
        bench.run("rollback", broken, "--yes");
        var whole = bench.applied();
        change("update entry set body = replace(body, 'responder', 'nobody') where seq = 1 and run = '" + broken + "'");

        var outcome = bench.run("audit", "verify");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out())
                .containsPattern("(?m)^" + broken + " +BROKEN +at entry 1: entry 1 was changed")
                .containsPattern("(?m)^" + whole + " +whole ")
                .contains("restore the data folder from a backup")
                .contains("2 runs: 1 whole, 1 broken.");
    }

    @Test
    void a_run_that_nobody_can_read_any_more_is_verified_too() throws SQLException {
        var run = bench.applied();
        change("delete from entry where seq = 1");

        var outcome = bench.run("audit", "verify", run, "--json");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.json().at("/runs/0/broken_at").intValue()).isEqualTo(1);
        assertThat(outcome.json().at("/runs/0/why").stringValue()).isEqualTo("entry 1 was removed");
    }

    @Test
    void status_of_a_run_warns_when_its_record_was_changed() throws SQLException {
        var run = bench.applied();
        var before = bench.run("status", run, "--json");
        change("update entry set at = '2026-01-01T00:00:00Z' where seq = 2");

        var after = bench.run("status", run);

        assertThat(before.json().at("/journal/intact").booleanValue()).isTrue();
        assertThat(before.err()).isEmpty();
        assertThat(after.code()).isZero();
        assertThat(after.err()).contains("the record of " + run + " is not as it was written from entry 2 on");
    }

    @Test
    void audit_by_itself_says_what_can_be_asked_and_an_unknown_run_is_refused() {
        assertThat(bench.run("audit").err()).contains("cordon audit verify [RUN]");
        assertThat(bench.run("audit", "verify", "RUN-1").code()).isEqualTo(5);
    }

    /** As somebody would who has the file. */
    private void change(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + bench.data.resolve("cordon.db"));
                var change = connection.createStatement()) {
            assertThat(change.executeUpdate(statement)).isEqualTo(1);
        }
    }
}
