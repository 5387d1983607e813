package dev.cordon.execution;

import static dev.cordon.execution.Lock.lock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.action.ActionId;
import dev.cordon.execution.HandWork.Result;
import dev.cordon.journal.Event;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import dev.cordon.playbook.FailurePolicy;
import dev.cordon.scripted.Call;
import dev.cordon.scripted.Crash;
import dev.cordon.scripted.Fate;
import dev.cordon.scripted.Stand;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HandWorkTest {

    private static final ActionId A = new ActionId("a");

    private Stand stand;

    @BeforeEach
    void open(@TempDir Path folder) {
        stand = Stand.of(folder, lock("door"));
    }

    @AfterEach
    void close() {
        stand.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETED", "FAILED"})
    void an_uncertain_action_is_settled_and_so_is_its_run(Status status) throws Exception {
        applyUncertain();

        var state = recorded(status, "went there");

        assertThat(state.action(A).status()).isEqualTo(status);
        assertThat(state.status()).isEqualTo(status);
        assertThat(state.closed()).isTrue();
        assertThat(state.action(A).byHandAlone()).isFalse();
    }

    @Test
    void what_is_known_of_the_steps_stays_as_it_was() throws Exception {
        applyUncertain();
        var before = RunState.fold(stand.journal().read(stand.run())).orElseThrow();

        var state = recorded(Status.COMPLETED, "went there");

        assertThat(state.action(A).steps()).isEqualTo(before.action(A).steps());
    }

    @Test
    void a_rollback_takes_back_what_its_look_finds_whatever_the_person_said() throws Exception {
        applyUncertain();
        recorded(Status.FAILED, "it is open");

        var rollback = (Rollback.Tried) stand.restart().rollback();

        assertThat(rollback.state().status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(rollback.state().action(A).byHand()).isNull();
        assertThat(stand.world).hasToString("{}");
    }

    @Test
    void an_action_that_did_not_begin_and_was_done_by_hand_is_not_begun_any_more() throws Exception {
        var run = stand.engine().accept(stand.plan(FailurePolicy.STOP), "analyst1");
        var noted = (Result.Recorded) handWork().record(run, said(Status.COMPLETED, "locked it myself"));

        var state = stand.engine().resume(run).orElseThrow();

        assertThat(noted.state().closed()).isFalse();
        assertThat(state.status()).isEqualTo(Status.COMPLETED);
        assertThat(state.action(A).byHandAlone()).isTrue();
        assertThat(stand.platform.transport().writes()).isEmpty();
    }

    @Test
    void what_was_done_by_hand_alone_is_not_rolled_back() throws Exception {
        var run = stand.engine().accept(stand.plan(FailurePolicy.STOP), "analyst1");
        handWork().record(run, said(Status.COMPLETED, "locked it myself"));
        stand.engine().resume(run);

        assertThat(stand.rollback())
                .isEqualTo(
                        new Rollback.Refused("nothing of it is Cordon's: what was done by hand is taken back by hand"));
    }

    @Test
    void what_was_done_by_hand_alone_lies_on_top_of_nothing() throws Exception {
        stand.apply();
        var below = stand.run();
        var above = stand.engine().accept(stand.plan(FailurePolicy.STOP), "analyst1");
        handWork().record(above, said(Status.COMPLETED, "locked it too"));
        stand.engine().resume(above);

        assertThat(stand.engine().rollback(below, List.of(), "analyst1")).isInstanceOf(Rollback.Tried.class);
    }

    @Test
    void what_a_run_is_in_the_middle_of_is_not_completed_by_hand_but_may_be_given_up() {
        stand.platform.transport().script(call -> call.read() ? Fate.FINE : Fate.CRASH_AFTER);
        assertThatThrownBy(stand::apply).isInstanceOf(Crash.class);
        stand.restart();

        var completed = handWork().record(stand.run(), said(Status.COMPLETED, "it is there"));
        var failed = handWork().record(stand.run(), said(Status.FAILED, "never mind"));

        assertThat(((Result.Refused) completed).why()).contains("is under way", "cordon resume");
        assertThat(((Result.Recorded) failed).state().action(A).status()).isEqualTo(Status.FAILED);
        assertThat(((Result.Recorded) failed).state().closed()).isFalse();
    }

    @Test
    void a_word_that_agrees_adds_a_note_and_takes_nothing_from_what_was_verified() throws Exception {
        var before = stand.apply().action(A);

        var after = recorded(Status.COMPLETED, "told the owner").action(A);

        assertThat(after.note()).isEqualTo("noted (analyst1): told the owner");
        assertThat(after.byHand()).isNull();
        assertThat(after.ended()).isEqualTo(before.ended());
    }

    @Test
    void the_newest_word_stands_first_and_none_is_lost() throws Exception {
        stand.apply();
        recorded(Status.FAILED, "he is in");

        var state = recorded(Status.COMPLETED, "");

        assertThat(state.action(A).note())
                .isEqualTo("completed by hand (analyst1); before that: failed by hand (analyst1): he is in");
        assertThat(state.action(A).byHand()).isNotNull();
    }

    @Test
    void nothing_is_recorded_of_what_is_not_there() throws Exception {
        stand.apply();
        var other = new Event.Noted(new ActionId("b"), Status.FAILED, "analyst1", "");

        assertThat(handWork().record(stand.run(), other)).isEqualTo(new Result.Unknown());
    }

    private RunState recorded(Status status, String text) {
        return ((Result.Recorded) handWork().record(stand.run(), said(status, text))).state();
    }

    private HandWork handWork() {
        return new HandWork(stand.journal(), stand.pace.clock(), _ -> {});
    }

    private static Event.Noted said(Status status, String text) {
        return new Event.Noted(A, status, "analyst1", text);
    }

    /** The answer is lost, and from then on nobody can look. */
    private void applyUncertain() throws InterruptedException {
        stand.platform.transport().script(this::lost);
        assertThat(stand.apply().status()).isEqualTo(Status.UNCERTAIN);
    }

    private Fate lost(Call call) {
        if (!call.read()) {
            return Fate.ANSWER_LOST;
        }
        return stand.platform.transport().writes().isEmpty() ? Fate.FINE : Fate.UNAUTHORIZED;
    }
}
