package dev.cordon.execution;

import static dev.cordon.execution.Lock.isLocked;
import static dev.cordon.execution.Lock.lock;
import static dev.cordon.plan.Step.step;
import static dev.cordon.scripted.ScriptedPlatform.asset;
import static dev.cordon.scripted.ScriptedPlatform.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.action.ActionKind;
import dev.cordon.action.PlatformName;
import dev.cordon.action.Reason;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import dev.cordon.plan.Asset;
import dev.cordon.plan.Planned;
import dev.cordon.plan.Subject;
import dev.cordon.playbook.FailurePolicy;
import dev.cordon.policy.ApprovalRule;
import dev.cordon.policy.ApprovalRules;
import dev.cordon.policy.Guard;
import dev.cordon.policy.Limits;
import dev.cordon.policy.OwnAddresses;
import dev.cordon.policy.ProtectedAssets;
import dev.cordon.policy.Risk;
import dev.cordon.scripted.Stand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may say yes, for how long, and what happens before. The requester is always {@code analyst1}. */
class ApprovalsTest {

    private static final Reason WHY = new Reason("it spreads");

    @TempDir
    Path folder;

    @Test
    void nothing_is_sent_until_somebody_else_has_approved() throws Exception {
        try (var stand = stand(1)) {
            var waiting = stand.apply();
            var stillWaiting = stand.resume();

            assertThat(waiting.status()).isEqualTo(Status.AWAITING_APPROVAL);
            assertThat(stillWaiting.status()).isEqualTo(Status.AWAITING_APPROVAL);
            assertThat(waiting.consent().inWords())
                    .hasValueSatisfying(words -> assertThat(words)
                            .startsWith("waits for 1 person until ")
                            .contains("a (firewall_block on scripted): low risk"));
            assertThat(stand.platform.transport().writes()).isEmpty();

            approved(stand, "lead");

            assertThat(stand.resume().status()).isEqualTo(Status.COMPLETED);
            assertThat(stand.world).hasToString("{door=locked}");
        }
    }

    @Test
    void a_run_that_waits_is_not_interrupted_and_an_approved_one_is() throws Exception {
        try (var stand = stand(1)) {
            stand.apply();

            assertThat(stand.engine().interrupted()).isEmpty();
            approved(stand, "lead");
            assertThat(stand.engine().interrupted()).hasSize(1);
        }
    }

    @Test
    void whoever_asked_does_not_approve_however_the_name_is_spelled() throws Exception {
        try (var stand = stand(1)) {
            stand.apply();

            assertThat(refused(stand, "Analyst1")).contains("somebody else has to approve it");
        }
    }

    @Test
    void two_approvals_are_two_people() throws Exception {
        try (var stand = stand(2)) {
            stand.apply();
            var first = approved(stand, "lead");

            assertThat(first.status()).isEqualTo(Status.AWAITING_APPROVAL);
            assertThat(refused(stand, "LEAD")).contains("it takes another person");
            assertThat(approved(stand, "boss").consent().isGiven()).isTrue();
            assertThat(stand.resume().status()).isEqualTo(Status.COMPLETED);
        }
    }

    @Test
    void after_its_time_the_answer_is_no() throws Exception {
        try (var stand = stand(1)) {
            stand.apply();
            stand.pace.sleep(Duration.ofMinutes(31));

            assertThat(refused(stand, "lead")).contains("the time to approve", "is over: apply it again");
            assertThat(stand.resume().status()).isEqualTo(Status.AWAITING_APPROVAL);
            assertThat(stand.world).hasToString("{}");
        }
    }

    @Test
    void what_was_approved_and_has_not_begun_in_time_does_not_begin() throws Exception {
        try (var stand = stand(1)) {
            stand.apply();
            approved(stand, "lead");
            stand.pace.sleep(Duration.ofMinutes(31));

            var state = stand.resume();

            assertThat(state.status()).isEqualTo(Status.FAILED);
            assertThat(state.closed()).isTrue();
            assertThat(stand.platform.transport().writes()).isEmpty();
        }
    }

    @Test
    void what_was_rejected_never_begins() throws Exception {
        try (var stand = stand(1)) {
            stand.apply();

            var rejected = (Approvals.Result.Recorded) approvals(stand).reject(stand.run(), "lead", WHY);

            assertThat(rejected.run().status()).isEqualTo(Status.FAILED);
            assertThat(refused(stand, "boss")).contains("does not wait for approval: it is failed");
            assertThat(stand.resume().status()).isEqualTo(Status.FAILED);
            assertThat(stand.world).hasToString("{}");
        }
    }

    @Test
    void in_an_emergency_it_goes_on_without_and_is_marked_for_review() throws Exception {
        try (var stand = stand(2)) {
            stand.apply();

            approvals(stand).breakGlass(stand.run(), "analyst1", WHY);
            var state = stand.resume();

            assertThat(state.status()).isEqualTo(Status.COMPLETED);
            assertThat(state.consent().inWords())
                    .hasValueSatisfying(words -> assertThat(words)
                            .startsWith("TO BE REVIEWED: analyst1 went on without approval: it spreads"));
        }
    }

    @Test
    void what_people_said_outlives_the_process() throws Exception {
        try (var stand = stand(1)) {
            stand.apply();
            approved(stand, "lead");

            stand.restart().guard = Guard.NONE;

            assertThat(stand.resume().status()).isEqualTo(Status.COMPLETED);
        }
    }

    @Test
    void what_cannot_be_undone_is_of_high_risk_and_the_first_rule_that_fits_decides() throws Exception {
        var forGood = step("lock")
                .touches(asset("door"))
                .apply(set("door", "locked"))
                .check(isLocked("door"))
                .none("it is locked for good");

        var cut =
                step("cut").apply(set("door", "locked")).check(isLocked("door")).none("who was in comes back");

        assertThat(applied(rule(Risk.HIGH, 1), forGood)).isEqualTo(Status.AWAITING_APPROVAL);
        assertThat(applied(rule(Risk.HIGH, 1), lock("door"))).isEqualTo(Status.COMPLETED);
        assertThat(applied(rule(Risk.HIGH, 1), cut)).isEqualTo(Status.COMPLETED);
        assertThat(applied(
                        new ApprovalRules(List.of(
                                new ApprovalRule(
                                        List.of(ActionKind.FIREWALL_BLOCK),
                                        List.of(new PlatformName("scripted")),
                                        Risk.LOW,
                                        Optional.empty(),
                                        0,
                                        ApprovalRule.USUAL),
                                rule(Risk.LOW, 2).rules().getFirst())),
                        forGood))
                .isEqualTo(Status.COMPLETED);
    }

    @Test
    void by_default_what_reaches_many_needs_a_second_person() throws Exception {
        var eleven = lock("door")
                .touches(IntStream.range(0, 11)
                        .mapToObj(number ->
                                asset("web" + number).of(new Subject.Host(List.of("web" + number), List.of())))
                        .toArray(Asset[]::new));

        assertThat(applied(ApprovalRules.DEFAULT, eleven)).isEqualTo(Status.AWAITING_APPROVAL);
        assertThat(applied(ApprovalRules.DEFAULT, lock("door"))).isEqualTo(Status.COMPLETED);
    }

    private Status applied(ApprovalRules rules, Planned part) throws Exception {
        try (var stand = Stand.of(Files.createTempDirectory(folder, "stand"), part)) {
            stand.guard = guard(rules);
            return stand.apply(FailurePolicy.STOP).status();
        }
    }

    private Stand stand(int approvers) {
        var stand = Stand.of(folder, lock("door"));
        stand.guard = guard(rule(Risk.LOW, approvers));
        return stand;
    }

    private static ApprovalRules rule(Risk risk, int approvers) {
        return new ApprovalRules(List.of(
                new ApprovalRule(List.of(), List.of(), risk, Optional.empty(), approvers, Duration.ofMinutes(30))));
    }

    private static Guard guard(ApprovalRules rules) {
        return new Guard(ProtectedAssets.NONE, Limits.DEFAULT, OwnAddresses.NONE, rules);
    }

    private static Approvals approvals(Stand stand) {
        return new Approvals(stand.journal(), stand.pace.clock(), _ -> {});
    }

    private static RunState approved(Stand stand, String by) {
        return ((Approvals.Result.Recorded) approvals(stand).approve(stand.run(), by)).run();
    }

    private static String refused(Stand stand, String by) {
        return ((Approvals.Result.Refused) approvals(stand).approve(stand.run(), by)).why();
    }
}
