package dev.cordon.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.journal.Event;
import dev.cordon.journal.Status;
import dev.cordon.journal.Verification;
import dev.cordon.operation.FetchEvidence;
import dev.cordon.operation.HostScript;
import dev.cordon.operation.Terms;
import dev.cordon.operation.Value;
import dev.cordon.paper.Golden;
import dev.cordon.paper.PaperPlan;
import dev.cordon.paper.PaperRun;
import dev.cordon.plan.Plan;
import dev.cordon.plan.PlannedAction;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A run on paper, whose entries are a second apart. */
class ExecutiveSummaryTest {

    private static final PlannedAction LOCK = PaperPlan.lockdown();
    private static final PlannedAction BLOCK = PaperPlan.block();
    private static final Instant LATER = PaperRun.START.plus(Duration.ofHours(1));

    @Test
    void one_page_says_what_was_done_what_is_open_and_what_can_be_undone() throws IOException {
        var run = blocked(accepted())
                .add(new Event.Began(LOCK.id()))
                .add(PaperRun.intended(LOCK, "gate", PaperPlan.write(PaperPlan.APP_DB, "close", "orders")))
                .add(new Event.Stands(LOCK.id(), Status.UNCERTAIN, "nobody could look whether the gate is closed"));

        Golden.assertSame("executive.md", summary(run).markdown());
    }

    @Test
    void an_action_is_contained_when_it_was_verified_also_after_it_was_undone() {
        var run = blocked(new PaperRun(BLOCK))
                .add(new Event.Undoing(BLOCK.id(), "analyst1"))
                .add(new Event.Stands(BLOCK.id(), Status.ROLLED_BACK, ""));

        var action = summary(run).toJson().at("/actions/0");

        assertThat(action.at("/standing/is").stringValue()).isEqualTo("undone");
        assertThat(action.path("contained_at").stringValue()).isEqualTo("2026-01-05T10:00:06Z");
        assertThat(action.path("contained_after_ms").intValue()).isEqualTo(5000);
        assertThat(action.path("open").booleanValue()).isFalse();
        assertThat(action.path("can_be_undone").booleanValue()).isFalse();
    }

    @Test
    void what_was_in_force_before_was_not_contained_by_this_run() {
        var empty = PaperPlan.action("e", PaperPlan.BLOCK, PaperPlan.EDGE, null, "x", "{}", "{}", Plan.nothingToDo());
        var run = new PaperRun(empty).add(new Event.Stands(empty.id(), Status.COMPLETED, ""));

        var action = summary(run).toJson().at("/actions/0");

        assertThat(action.at("/standing/is").stringValue()).isEqualTo("already_in_force");
        assertThat(action.path("contained_at").isNull()).isTrue();
        assertThat(action.path("open").booleanValue()).isFalse();
    }

    @Test
    void the_platforms_own_timeout_is_told_with_its_moment_and_not_any_more_when_it_has_passed() {
        var run = blocked(new PaperRun(BLOCK));

        assertThat(summary(run).markdown()).contains("- `block`: at 2026-01-06T10:00:04Z");
        assertThat(new ExecutiveSummary(record(run), LATER.plus(Duration.ofDays(2))).markdown())
                .contains("released by the platform itself")
                .contains("Nothing: what is in force stays until it is undone.");
    }

    @Test
    void an_action_that_never_began_is_open_and_the_run_can_be_gone_on_with() {
        var json = summary(accepted()).toJson();

        assertThat(json.at("/actions/0/open").booleanValue()).isTrue();
        assertThat(json.at("/counts/untouched").intValue()).isEqualTo(2);
        assertThat(json.path("resume").stringValue()).isEqualTo("cordon resume RUN-1");
        assertThat(json.path("rollback").isNull()).isTrue();
    }

    @Test
    void evidence_that_was_kept_is_named_and_without_any_there_is_no_such_section() {
        var script = HostScript.of(Terms.write(BLOCK.on()), "web1", "file.read");
        var fetch = new FetchEvidence(script, Value.of("ab".repeat(32)), Value.of("memory of evil"));
        var run = accepted().add(PaperRun.intended(BLOCK, "fetch", fetch)).add(PaperRun.answered(BLOCK, "fetch"));

        assertThat(summary(run).markdown()).contains("- `memory of evil` of `web1`, SHA-256 `" + "ab".repeat(32) + "`");
        assertThat(summary(run).toJson().at("/evidence/0/source").stringValue()).isEqualTo("web1");
        assertThat(summary(accepted()).markdown()).doesNotContain("evidence");
    }

    @Test
    void a_record_that_was_changed_is_told_before_anything_else() {
        var run = accepted();
        var record = new RunRecord(run.state(), run.entries(), new Verification.Broken(3, "changed"));

        var lines = new ExecutiveSummary(record, LATER).markdown().lines().toList();

        assertThat(lines.get(2)).startsWith("**The record of this run was changed from entry 3 on.");
    }

    @Test
    void a_large_run_still_fits_one_page() {
        var many = IntStream.range(0, 500)
                .mapToObj(n ->
                        PaperPlan.action("a" + n, PaperPlan.BLOCK, PaperPlan.EDGE, null, "x", "{}", "{}", BLOCK.plan()))
                .toArray(PlannedAction[]::new);

        var text = summary(new PaperRun(PaperPlan.playbook("large", many), "analyst1"))
                .markdown();

        assertThat(text).contains("500 actions: 500 untouched.", "- and 490 more, which the full report has");
        assertThat(text.lines().count()).isLessThan(80);
    }

    private static PaperRun accepted() {
        return new PaperRun(PaperPlan.playbook("Ransomware on WORKSTATION-15", BLOCK, LOCK), "analyst1");
    }

    private static PaperRun blocked(PaperRun run) {
        return run.add(new Event.Began(BLOCK.id()))
                .add(PaperRun.intended(BLOCK, "element", PaperPlan.write(PaperPlan.EDGE, "add")))
                .add(PaperRun.answered(BLOCK, "element"))
                .add(PaperRun.confirmed(BLOCK, "element"))
                .add(new Event.Stands(BLOCK.id(), Status.COMPLETED, ""));
    }

    private static ExecutiveSummary summary(PaperRun run) {
        return new ExecutiveSummary(record(run), LATER);
    }

    private static RunRecord record(PaperRun run) {
        return new RunRecord(
                run.state(),
                run.entries(),
                new Verification.Intact(run.entries().size(), "0"));
    }
}
