package dev.cordon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a chain alone cannot show: that its end was cut off, or that all of it was written anew. */
class AuditAnchorCommandTest {

    private Bench bench;

    @BeforeEach
    void bench(@TempDir Path folder) throws IOException {
        bench = new Bench(folder);
    }

    @Test
    void a_journal_that_was_only_added_to_is_whole() throws IOException {
        var run = bench.applied();
        anchor("");
        bench.run("rollback", run, "--yes");
        bench.applied();

        var outcome = verify();

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("2 runs: 2 whole, 0 broken.\n");
    }

    @Test
    void an_end_that_was_cut_off_is_found() throws Exception {
        var run = bench.applied();
        anchor("");
        change("delete from entry where seq > 3");

        assertThat(bench.run("audit", "verify").code()).isZero();
        var outcome = verify();

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out())
                .containsPattern(
                        "(?m)^" + run + " +BROKEN +at entry 4: it had \\d+ entries when it was anchored and has 3"
                                + " now: its end was cut off");
    }

    @Test
    void a_run_that_is_gone_altogether_is_found() throws Exception {
        var run = bench.applied();
        anchor("");
        change("delete from entry");

        assertThat(verify().out()).containsPattern("(?m)^" + run + " +BROKEN +at entry 1: ");
    }

    @Test
    void lines_that_came_by_syslog_are_read_too() throws IOException {
        bench.applied();
        anchor("Jan  5 10:00:02 web1 cordon[4711]: ");

        assertThat(verify().code()).isZero();
    }

    @Test
    void a_file_with_something_else_in_it_is_refused_with_its_line() throws IOException {
        bench.applied();
        bench.write("anchors", "\n{\"run\": \"RUN-1\", \"entries\": 0}\n");

        var outcome = verify();

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("line 2 is no anchor");
    }

    @Test
    void a_file_that_is_not_there_is_said_so() {
        bench.applied();

        assertThat(verify().code()).isEqualTo(2);
    }

    @Test
    void a_record_that_was_changed_is_not_anchored() throws SQLException {
        bench.applied();
        change("update entry set body = '{}' where seq = 2");

        assertThat(bench.run("audit", "anchor").code()).isNotZero();
    }

    private void anchor(String prefix) throws IOException {
        var lines = bench.run("audit", "anchor")
                .out()
                .lines()
                .map(line -> prefix + line + "\n")
                .toList();
        bench.write("anchors", String.join("", lines));
    }

    private Bench.Outcome verify() {
        return bench.run(
                "audit", "verify", "--anchors", bench.folder.resolve("anchors").toString());
    }

    private void change(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + bench.data.resolve("cordon.db"));
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
