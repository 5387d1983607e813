package dev.cordon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApproveCommandTest {

    private Bench bench;

    @BeforeEach
    void bench(@TempDir Path folder) throws IOException {
        bench = new Bench(folder);
        var configuration = bench.folder.resolve("cordon.yaml");
        Files.writeString(configuration, "approval: {approvers: 1}\n" + Files.readString(configuration));
    }

    @Test
    void apply_awaits_approval_and_says_who_gives_it_how() {
        var outcome = bench.block("apply", "--yes");

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.out()).contains("awaiting_approval", "waits for 1 person until", "cordon approve RUN-");
        assertThat(bench.blocked()).isFalse();
    }

    @Test
    void somebody_else_sees_the_plan_approves_and_resume_applies_it() {
        var run = waiting();

        var approved = bench.as("lead").atTerminal("yes\n").run("approve", run);

        assertThat(approved.code()).isZero();
        assertThat(approved.out()).contains("put 198.51.100.1", "approved by lead");
        assertThat(approved.err()).contains("'cordon resume " + run + "' applies it");
        assertThat(bench.blocked()).isFalse();
        assertThat(bench.run("resume", run).code()).isZero();
        assertThat(bench.blocked()).isTrue();
        assertThat(bench.run("report", run).out()).contains("approved by lead");
    }

    @Test
    void whoever_asked_is_refused() {
        var outcome = bench.run("approve", waiting(), "--yes");

        assertThat(outcome.code()).isEqualTo(5);
        assertThat(outcome.err()).contains("somebody else has to approve it");
    }

    @Test
    void a_person_who_does_not_say_yes_has_approved_nothing() {
        var run = waiting();

        assertThat(bench.as("lead").atTerminal("no\n").run("approve", run).code())
                .isEqualTo(3);
        assertThat(bench.run("status", run, "--json")
                        .json()
                        .at("/approval/approved_by")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void a_rejected_run_never_begins_and_says_why() {
        var run = waiting();

        assertThat(bench.as("lead")
                        .run("reject", run, "--reason", "the wrong host")
                        .code())
                .isZero();

        var outcome = bench.run("resume", run);
        assertThat(outcome.code()).isEqualTo(5);
        assertThat(outcome.out()).contains("rejected by lead: the wrong host");
        assertThat(bench.blocked()).isFalse();
    }

    @Test
    void breaking_the_glass_goes_on_at_once_and_is_marked_for_review() {
        var outcome = bench.block("apply", "--yes", "--break-glass", "it spreads");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("TO BE REVIEWED: responder went on without approval: it spreads");
        assertThat(bench.blocked()).isTrue();
    }

    @Test
    void a_reason_that_is_none_is_refused_before_anything() {
        assertThat(bench.block("apply", "--yes", "--break-glass", "").code()).isEqualTo(2);
        assertThat(bench.blocked()).isFalse();
    }

    @Test
    void a_run_that_does_not_wait_cannot_be_approved() {
        var run = bench.block("apply", "--yes", "--break-glass", "it spreads", "--json")
                .json()
                .path("run")
                .stringValue();

        assertThat(bench.as("lead").run("approve", run, "--yes").code()).isEqualTo(5);
    }

    private String waiting() {
        return bench.block("apply", "--yes", "--json").json().path("run").stringValue();
    }
}
