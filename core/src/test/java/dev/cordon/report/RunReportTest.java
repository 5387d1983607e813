package dev.cordon.report;

import static dev.cordon.plan.Each.each;
import static dev.cordon.plan.Step.step;
import static dev.cordon.scripted.ScriptedPlatform.asset;
import static dev.cordon.scripted.ScriptedPlatform.list;
import static dev.cordon.scripted.ScriptedPlatform.remove;
import static dev.cordon.scripted.ScriptedPlatform.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.execution.Platforms;
import dev.cordon.journal.Verification;
import dev.cordon.paper.Golden;
import dev.cordon.plan.Check;
import dev.cordon.plan.Plan;
import dev.cordon.plan.Planned;
import dev.cordon.plan.Read;
import dev.cordon.plan.Step;
import dev.cordon.scripted.Crash;
import dev.cordon.scripted.Fate;
import dev.cordon.scripted.Stand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of runs that an engine really did, on a scripted platform. */
class RunReportTest {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    @TempDir
    Path folder;

    @Test
    void the_report_of_a_run_and_its_rollback_is_as_it_was_approved() throws Exception {
        try (var stand = stand()) {
            stand.apply();
            stand.rollback();

            var markdown = report(stand).markdown(record(stand), stand.pace.now());

            Golden.assertSame("report.md", HASH.matcher(markdown).replaceAll("<hash>"));
        }
    }

    @Test
    void the_json_holds_what_was_sent_answered_and_seen_with_its_time() throws Exception {
        try (var stand = stand()) {
            stand.apply();

            var json = report(stand).json(record(stand), stand.pace.now());

            assertThat(json.at("/incident_id").stringValue()).isEqualTo("INC-1");
            assertThat(json.at("/status").stringValue()).isEqualTo("completed");
            assertThat(json.at("/journal/intact").booleanValue()).isTrue();
            assertThat(json.at("/journal/head").stringValue()).matches(HASH);
            assertThat(json.at("/actions/0/standing/is").stringValue()).isEqualTo("in_force");
            assertThat(json.at("/actions/0/observed").values())
                    .extracting(one -> one.path("step").stringValue() + " | "
                            + one.path("what").stringValue() + " | "
                            + one.path("command").asString(""))
                    .containsSubsequence(
                            " | began: its facts still held | ",
                            "lock door | sent | set door locked",
                            "lock door | answered: done | ",
                            "lock door | confirmed, the look found the effect in force: saw "
                                    + "{\"all\":{\"door\":\"locked\",\"member-1\":\"x\"}} | ",
                            "members | 1 found: member-1 | ",
                            " | stands: completed | ");
        }
    }

    @Test
    void a_journal_that_was_changed_is_told_first_of_all() throws Exception {
        try (var stand = stand()) {
            stand.apply();
            var record = record(stand);
            var broken = new RunRecord(record.state(), record.entries(), new Verification.Broken(3, "changed"));

            assertThat(report(stand).markdown(broken, stand.pace.now()))
                    .contains("**not as it was written** from entry 3 on: `changed`");
            assertThat(report(stand)
                            .json(broken, stand.pace.now())
                            .at("/journal/broken_at")
                            .longValue())
                    .isEqualTo(3);
        }
    }

    @Test
    void an_effect_ends_by_the_platforms_own_timeout_and_is_told_as_released_afterwards() throws Exception {
        try (var stand = Stand.of(folder, door().releasedAfter(Duration.ofHours(24)))) {
            var run = stand.apply();

            var before = new StatusText(stand.pace.now()).run(run);
            stand.pace.forward(Duration.ofHours(25));
            var after = new StatusText(stand.pace.now()).run(run);

            assertThat(oneLine(before)).contains("ends at 2026-01-06T10:00:00Z by the platform's own timeout");
            assertThat(oneLine(after)).contains("released by the platform itself at 2026-01-06T10:00:00Z");
        }
    }

    @Test
    void an_interrupted_run_is_told_with_its_open_step_and_the_command_that_resumes_it() throws Exception {
        try (var stand = stand()) {
            stand.platform
                    .transport()
                    .script(call -> call.toString().startsWith("set door") ? Fate.CRASH_AFTER : Fate.FINE);
            crash(stand);
            var run = record(stand.restart()).state();

            var text = new StatusText(stand.pace.now()).run(run);

            assertThat(text)
                    .contains("in_progress, not finished")
                    .contains("cordon resume " + run.id())
                    .contains("cordon rollback " + run.id());
            assertThat(oneLine(text))
                    .contains("lock door: open: sent at 2026-01-05T10:00:00Z, and no result is written");
        }
    }

    @Test
    void a_failed_step_says_why_and_the_steps_after_it_have_not_begun() throws Exception {
        try (var stand = stand()) {
            stand.platform
                    .transport()
                    .script(call -> call.toString().startsWith("set door") ? Fate.REJECTED : Fate.FINE);
            var run = stand.apply();

            var json = new StatusJson(stand.pace.now()).run(run);

            assertThat(json.at("/status").stringValue()).isEqualTo("failed");
            assertThat(json.at("/actions/0/steps/0/in_words").stringValue()).isEqualTo("failed: rejected (418): no");
            assertThat(json.at("/actions/0/standing/is").stringValue()).isEqualTo("untouched");
            assertThat(json.at("/resume").isNull()).isTrue();
            assertThat(json.at("/rollback").isNull()).isTrue();
        }
    }

    @Test
    void members_are_told_one_by_one() throws Exception {
        try (var stand = stand()) {
            var run = stand.apply();

            var text = new StatusText(stand.pace.now()).run(run);

            assertThat(text).contains("members   1 of members").contains("mark [member-1]: confirmed");
        }
    }

    @Test
    void runs_are_listed_one_a_line() throws Exception {
        try (var stand = stand()) {
            var run = stand.apply();
            var status = new StatusText(stand.pace.now());

            assertThat(status.runs(List.of(run)).lines().toList())
                    .hasSize(2)
                    .last()
                    .asString()
                    .matches(run.id() + " +2026-01-05T10:00:00Z +completed +INC-1 +firewall_block 198.51.100.7");
            assertThat(status.runs(List.of())).isEqualTo("no runs yet\n");
            assertThat(new StatusJson(stand.pace.now())
                            .runs(List.of(run))
                            .at("/runs/0/run")
                            .stringValue())
                    .isEqualTo(run.id().value());
        }
    }

    private Stand stand() {
        var mark = step("mark").apply(set("mark", "yes")).undo(remove("mark")).check(look("/all/mark", "yes"));
        var members = each("members", Read.of(list()).as("members")).steps(mark);
        Planned[] parts = {door(), members};
        var plan = Plan.of(parts).note("doors that are built later stay open");
        var stand = new Stand(folder, _ -> plan);
        stand.world.set("member-1", "x");
        return stand;
    }

    private static Step door() {
        return step("lock door")
                .touches(asset("door"))
                .apply(set("door", "locked"))
                .undo(remove("door"))
                .check(look("/all/door", "locked"));
    }

    private static Check look(String at, String value) {
        return Check.look(list()).expect(at, value);
    }

    private static void crash(Stand stand) throws InterruptedException {
        try {
            stand.apply();
            throw new AssertionError("it should have crashed");
        } catch (Crash expected) {
            assertThat(expected).isNotNull();
        }
    }

    private static RunReport report(Stand stand) {
        return new RunReport(new Rendering(new Platforms(List.of(stand.platform)), List.of()));
    }

    private static RunRecord record(Stand stand) {
        return RunRecord.of(stand.journal(), stand.run()).orElseThrow();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
