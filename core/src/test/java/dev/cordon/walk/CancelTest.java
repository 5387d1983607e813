package dev.cordon.walk;

import static dev.cordon.plan.Step.step;
import static dev.cordon.scripted.ScriptedPlatform.asset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.journal.Phase;
import dev.cordon.journal.Status;
import dev.cordon.operation.Command;
import dev.cordon.operation.Terms;
import dev.cordon.plan.Check;
import dev.cordon.plan.Step;
import dev.cordon.scripted.Crash;
import dev.cordon.scripted.ScriptedPlatform;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A containment that is queued, for a host that is offline say, and is undone before it happens, must not happen later. */
final class CancelTest {

    @Test
    void a_queued_containment_that_is_undone_is_called_off_and_never_happens() throws Exception {
        var ground = queued(StepKind.CANCELLABLE, Show.OFFLINE);

        rollBack(ground, ground.life());

        assertThat(ground.action().status()).isEqualTo(Status.ROLLED_BACK);
        assertNeverHappens(ground, "apply", "cancel");
    }

    @Test
    void a_queued_containment_that_cannot_be_undone_is_called_off_all_the_same() throws Exception {
        var ground = queued(StepKind.CANCELLABLE_WITHOUT_UNDO, Show.OFFLINE);

        rollBack(ground, ground.life());

        assertThat(ground.action().status()).isEqualTo(Status.ROLLED_BACK);
        assertNeverHappens(ground, "apply", "cancel");
    }

    @Test
    void what_can_no_longer_be_called_off_is_waited_for_and_then_undone() throws Exception {
        var ground = queued(StepKind.CANCELLABLE, Show.PENDING);

        rollBack(ground, ground.life(Phase.CANCEL, CrashPoint.NOWHERE, Reply.REJECTED));

        assertThat(ground.action().status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(ground.pace.elapsed()).isGreaterThan(QueueVendor.QUEUED_FOR);
        assertNeverHappens(ground, "apply", "undo");
    }

    @Test
    void what_happened_between_the_look_and_the_cancel_is_undone() throws Exception {
        var ground = queued(StepKind.CANCELLABLE, Show.OFFLINE);
        ground.vendor.beginsWhenCancelled();

        rollBack(ground, ground.life());

        assertThat(ground.action().status()).isEqualTo(Status.ROLLED_BACK);
        assertNeverHappens(ground, "apply", "cancel", "undo");
    }

    @Test
    void a_cancel_whose_answer_is_lost_is_settled_by_the_next_look() throws Exception {
        var ground = queued(StepKind.CANCELLABLE, Show.OFFLINE);

        rollBack(ground, ground.life(Phase.CANCEL, CrashPoint.NOWHERE, Reply.DONE_UNANSWERED));

        assertThat(ground.action().status()).isEqualTo(Status.ROLLED_BACK);
        assertNeverHappens(ground, "apply", "cancel");
    }

    @Test
    void a_cancel_that_never_arrived_is_sent_again_while_it_is_under_way() throws Exception {
        var ground = queued(StepKind.CANCELLABLE, Show.OFFLINE);

        rollBack(ground, ground.life(Phase.CANCEL, CrashPoint.NOWHERE, Reply.LOST_UNANSWERED));

        assertThat(ground.action().status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(ground.pace.elapsed()).isLessThan(Duration.ofMinutes(1));
        assertNeverHappens(ground, "apply", "cancel");
    }

    @ParameterizedTest
    @EnumSource(
            value = CrashPoint.class,
            names = {"BEFORE_INTENT", "AFTER_INTENT", "SENT_AND_LOST", "SENT_AND_LATE", "CARRIED_OUT", "AFTER_ANSWER"})
    void wherever_the_process_dies_that_calls_it_off_the_next_one_sees_to_it(CrashPoint crash) throws Exception {
        var ground = queued(StepKind.CANCELLABLE, Show.OFFLINE);
        var life = ground.life(Phase.CANCEL, crash, Reply.OK);
        assertThatThrownBy(() -> rollBack(ground, life)).isInstanceOf(Crash.class);

        ground.engine(ground.life()).resume(ground.run());

        ground.vendor.finish();
        assertThat(ground.action().status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(ground.vendor.inForce()).isFalse();
        assertThat(ground.vendor.told()).doesNotContain("undo");
    }

    @Test
    void what_nobody_can_call_off_is_waited_for_and_then_kept_until_it_can_be_undone() throws Exception {
        var ground = queued(StepKind.ONCE, Show.OFFLINE);

        rollBack(ground, ground.life());
        assertThat(ground.action().status()).isEqualTo(Status.ROLLING_BACK);
        assertThat(ground.pace.elapsed()).isBetween(Duration.ofMinutes(2), Duration.ofMinutes(3));
        ground.vendor.comesOnline();
        rollBack(ground, ground.life());

        assertThat(ground.action().status()).isEqualTo(Status.ROLLED_BACK);
        assertNeverHappens(ground, "apply", "undo");
    }

    @Test
    void what_no_check_calls_pending_and_is_still_queued_in_the_end_is_not_called_rolled_back() throws Exception {
        var ground = queued(blindToTheQueue(), Show.OFFLINE);

        rollBack(ground, ground.life());

        assertThat(ground.action().status()).isEqualTo(Status.FAILED);
        assertThat(ground.action().note()).contains("the state is not as it was read before", "under way");
    }

    @Test
    void an_undo_that_is_under_way_is_not_called_off() throws Exception {
        var ground = new Ground(StepKind.CANCELLABLE.step());
        ground.vendor.shows(Phase.UNDO, List.of(Show.OFFLINE));
        ground.engine(ground.life()).apply(ground.plan(), Ground.BY);
        rollBack(ground, ground.life());
        assertThat(ground.action().status()).isEqualTo(Status.ROLLING_BACK);

        rollBack(ground, ground.life());
        ground.vendor.comesOnline();
        rollBack(ground, ground.life());

        assertThat(ground.action().status()).isEqualTo(Status.ROLLED_BACK);
        assertNeverHappens(ground, "apply", "undo");
    }

    @Test
    void a_step_is_not_called_off_by_what_may_not_be_repeated() {
        assertThatThrownBy(() -> StepKind.ONCE.step().cancel(StepKind.once("cancel")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("may not be repeated");
    }

    /** Sent, and the process died when it saw that it is under way. */
    private static Ground queued(StepKind kind, Show show) {
        return queued(kind.step(), show);
    }

    private static Ground queued(Step step, Show show) {
        var ground = new Ground(step);
        ground.vendor.shows(Phase.APPLY, List.of(show));
        var plan = ground.plan();
        var life = ground.life(Phase.APPLY, CrashPoint.AT_THE_FIRST_LOOK, Reply.OK);
        assertThatThrownBy(() -> ground.engine(life).apply(plan, Ground.BY)).isInstanceOf(Crash.class);
        return ground;
    }

    private static Step blindToTheQueue() {
        return step("contain")
                .touches(asset("thing"))
                .apply(StepKind.once("apply"))
                .undo(StepKind.once("undo"))
                .check(Check.look(Command.of(Terms.read(ScriptedPlatform.NAME), "look"))
                        .expect("/inForce", true)
                        .settles(QueueVendor.LAG));
    }

    private static void rollBack(Ground ground, Life life) throws InterruptedException {
        ground.engine(life).rollback(ground.run(), List.of(), Ground.BY);
    }

    /** Also not once the host is online and everything that is on its way has arrived. */
    private static void assertNeverHappens(Ground ground, String... told) {
        ground.vendor.finish();
        assertThat(ground.vendor.told()).containsExactly(told);
        assertThat(ground.vendor.inForce()).isFalse();
    }
}
