package dev.cordon.execution;

import static dev.cordon.execution.Lock.isLocked;
import static dev.cordon.execution.Lock.lock;
import static dev.cordon.plan.Step.step;
import static dev.cordon.scripted.ScriptedPlatform.add;
import static dev.cordon.scripted.ScriptedPlatform.asset;
import static dev.cordon.scripted.ScriptedPlatform.remove;
import static dev.cordon.scripted.ScriptedPlatform.set;
import static dev.cordon.scripted.Stand.action;
import static dev.cordon.scripted.Stand.lasting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.action.ActionId;
import dev.cordon.execution.Timers.Result;
import dev.cordon.journal.Event;
import dev.cordon.journal.RunId;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import dev.cordon.plan.Plan;
import dev.cordon.playbook.FailurePolicy;
import dev.cordon.scripted.Call;
import dev.cordon.scripted.Crash;
import dev.cordon.scripted.Fate;
import dev.cordon.scripted.Stand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is undone when its time is over, and what becomes of it where that does not work. */
class TimersTest {

    private static final ActionId A = new ActionId("a");
    private static final Duration HOUR = Duration.ofHours(1);

    private Plan next = Plan.of(lock("door"));
    private Stand stand;

    @BeforeEach
    void open(@TempDir Path folder) {
        stand = new Stand(folder, _ -> next);
    }

    @AfterEach
    void close() {
        stand.close();
    }

    @Test
    void what_is_in_force_for_a_time_stays_until_that_is_over() throws Exception {
        apply(HOUR);
        stand.pace.forward(HOUR.minusSeconds(1));

        assertThat(undoDue()).isEmpty();
        assertThat(stand.world).hasToString("{door=locked}");
    }

    @Test
    void what_fell_due_is_undone_and_the_journal_says_that_its_time_was_over() throws Exception {
        var run = apply(HOUR);
        stand.pace.forward(HOUR);

        assertThat(undoDue()).singleElement().isInstanceOf(Result.Undone.class);

        assertThat(stand.world).hasToString("{}");
        assertThat(state(run).status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(state(run).action(A).undoAskedBy()).isEqualTo("expiry");
        assertThat(undoDue()).isEmpty();
    }

    @Test
    void without_a_time_nothing_falls_due() throws Exception {
        stand.apply();
        stand.pace.forward(Duration.ofDays(3650));

        assertThat(undoDue()).isEmpty();
    }

    @Test
    void lesson_1_a_timer_survives_the_death_of_its_process() throws Exception {
        var run = apply(HOUR);

        stand.restart().pace.forward(HOUR.multipliedBy(20));

        assertThat(undoDue()).singleElement().isInstanceOf(Result.Undone.class);
        assertThat(stand.world).hasToString("{}");
        assertThat(state(run).status()).isEqualTo(Status.ROLLED_BACK);
    }

    @Test
    void lesson_2_an_undo_that_fails_is_kept_and_tried_again_until_it_works() throws Exception {
        var run = apply(HOUR);
        stand.pace.forward(HOUR);
        answer(call -> call.read() ? Fate.FINE : Fate.REJECTED);

        assertThat(undoDue()).singleElement().isInstanceOf(Result.Kept.class);
        assertThat(undoDue()).isEmpty();
        stand.restart().pace.forward(Duration.ofSeconds(72));
        answer(call -> call.read() ? Fate.FINE : Fate.REJECTED);
        assertThat(undoDue()).singleElement().isInstanceOf(Result.Kept.class);
        assertThat(due().expiry().tries()).isEqualTo(2);
        stand.restart().pace.forward(Duration.ofSeconds(144));

        assertThat(undoDue()).singleElement().isInstanceOf(Result.Undone.class);
        assertThat(stand.world).hasToString("{}");
        assertThat(state(run).status()).isEqualTo(Status.ROLLED_BACK);
    }

    @Test
    void the_pause_between_two_tries_doubles_up_to_an_hour_and_is_up_to_a_fifth_longer_by_chance() throws Exception {
        apply(HOUR);
        stand.pace.forward(HOUR);
        answer(call -> call.read() ? Fate.FINE : Fate.REJECTED);
        var pauses = new ArrayList<Long>();

        for (var tried = 0; tried < 9; tried++) {
            assertThat(undoDue()).singleElement().isInstanceOf(Result.Kept.class);
            var pause = Duration.between(stand.pace.now(), due().next());
            pauses.add(pause.toMinutes());
            stand.pace.forward(pause);
        }

        assertThat(pauses)
                .zipSatisfy(
                        List.of(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L),
                        (pause, least) -> assertThat(pause).isBetween(least, least + least / 5));
    }

    @Test
    void an_undo_that_a_person_asked_for_and_that_was_kept_is_tried_again_too() throws Exception {
        var run = stand.apply();
        answer(call -> call.read() ? Fate.FINE : Fate.REJECTED);
        stand.rollback();
        answer(_ -> Fate.FINE);
        stand.pace.forward(Duration.ofSeconds(72));

        assertThat(undoDue()).singleElement().isInstanceOf(Result.Undone.class);
        assertThat(state(run).action(A).undoAskedBy()).isEqualTo("analyst1");
    }

    @Test
    void what_lies_below_waits_for_what_lies_on_it_and_says_so_once() throws Exception {
        var below = apply(HOUR);
        next = Plan.nothingToDo(asset("door"));
        var above = apply(HOUR.multipliedBy(3));
        stand.pace.forward(HOUR);

        assertThat(undoDue())
                .singleElement()
                .isInstanceOfSatisfying(
                        Result.Waits.class,
                        waits -> assertThat(waits.what()).contains(above.id() + " lies on top of it"));
        undoDue();

        assertThat(events(below)).filteredOn(Event.Waits.class::isInstance).hasSize(1);
        assertThat(stand.world).hasToString("{door=locked}");
    }

    @Test
    void what_lies_below_is_undone_in_the_same_round_as_what_lay_on_it() throws Exception {
        var below = apply(HOUR);
        next = Plan.nothingToDo(asset("door"));
        apply(HOUR.multipliedBy(3));
        next = Plan.of(lock("door"));
        stand.pace.forward(HOUR.multipliedBy(3));

        assertThat(undoDue()).hasSize(2).allSatisfy(result -> assertThat(result).isInstanceOf(Result.Undone.class));
        assertThat(state(below).status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(stand.world).hasToString("{}");
    }

    @Test
    void what_is_overdue_longest_is_undone_first() throws Exception {
        next = Plan.of(step("lock gate")
                .touches(asset("gate"))
                .apply(set("gate", "locked"))
                .undo(remove("gate"))
                .check(isLocked("gate")));
        var later = apply(HOUR.multipliedBy(2));
        next = Plan.of(lock("door"));
        var first = apply(HOUR);

        assertThat(Agenda.of(stand.journal()).due()).extracting(Due::run).containsExactly(first.id(), later.id());
    }

    @Test
    void a_clock_that_jumps_forward_makes_it_due_at_once_and_one_that_is_set_back_only_later() throws Exception {
        apply(HOUR);
        stand.pace.forward(Duration.ofDays(-1));
        assertThat(undoDue()).isEmpty();

        stand.pace.forward(Duration.ofDays(400));

        assertThat(undoDue()).singleElement().isInstanceOf(Result.Undone.class);
    }

    @Test
    void a_clock_that_is_set_back_does_not_put_off_the_next_try() throws Exception {
        apply(HOUR);
        stand.pace.forward(HOUR);
        answer(call -> call.read() ? Fate.FINE : Fate.REJECTED);
        undoDue();
        answer(_ -> Fate.FINE);

        stand.pace.forward(Duration.ofDays(-300));

        assertThat(undoDue()).singleElement().isInstanceOf(Result.Undone.class);
    }

    @Test
    void where_the_platform_itself_released_it_there_is_only_a_look() throws Exception {
        next = Plan.of(lock("door").releasedAfter(HOUR));
        var run = stand.apply();
        stand.world.remove("door");
        stand.pace.forward(HOUR);
        var writes = stand.platform.transport().writes().size();

        assertThat(undoDue()).singleElement().isInstanceOf(Result.Undone.class);

        assertThat(stand.platform.transport().writes()).hasSize(writes);
        assertThat(state(run).action(A).note()).contains("released by the platform itself");
    }

    @Test
    void where_the_platform_did_not_release_it_after_all_it_is_undone() throws Exception {
        next = Plan.of(lock("door").releasedAfter(HOUR));
        stand.apply();
        stand.pace.forward(HOUR);

        assertThat(undoDue()).singleElement().isInstanceOf(Result.Undone.class);
        assertThat(stand.world).hasToString("{}");
    }

    @Test
    void what_is_uncertain_waits_for_a_person() throws Exception {
        next = Plan.of(step("lock").touches(asset("door")).apply(add("door")).undo(remove("door")));
        answer(call -> call.read() ? Fate.FINE : Fate.CALL_LOST);
        var run = apply(HOUR);
        assertThat(run.status()).isEqualTo(Status.UNCERTAIN);
        stand.pace.forward(HOUR);

        assertThat(undoDue())
                .singleElement()
                .isInstanceOfSatisfying(
                        Result.Waits.class, waits -> assertThat(waits.what()).contains("nobody can tell"));
        assertThat(state(run).status()).isEqualTo(Status.UNCERTAIN);
    }

    @Test
    void an_undo_during_which_the_process_died_is_gone_on_with_and_sent_once() throws Exception {
        var run = apply(HOUR);
        stand.pace.forward(HOUR);
        answer(call -> call.toString().equals("remove door") ? Fate.CRASH_AFTER : Fate.FINE);
        assertThatThrownBy(this::undoDue).isInstanceOf(Crash.class);

        var done = stand.restart().round().work();

        assertThat(done.resumed()).extracting(RunState::status).containsExactly(Status.ROLLED_BACK);
        assertThat(stand.platform.transport().writes()).isEmpty();
        assertThat(state(run).closed()).isTrue();
    }

    @Test
    void lesson_20_a_run_whose_process_died_does_not_stay_in_progress() throws Exception {
        answer(call -> call.toString().equals("set door locked") ? Fate.CRASH_AFTER : Fate.FINE);
        assertThatThrownBy(stand::apply).isInstanceOf(Crash.class);

        var done = stand.restart().round().work();

        assertThat(done.resumed()).extracting(RunState::status).containsExactly(Status.COMPLETED);
        assertThat(done.resumed()).allMatch(RunState::closed);
    }

    @Test
    void a_run_that_a_person_stopped_is_left_to_a_person() throws Exception {
        answer(call -> call.toString().equals("set door locked") ? Fate.CRASH_AFTER : Fate.FINE);
        assertThatThrownBy(stand::apply).isInstanceOf(Crash.class);
        stand.restart().engine().stopped(stand.run(), "analyst1");

        var done = stand.round().work();

        assertThat(done.resumed()).isEmpty();
        assertThat(state(stand.run()).closed()).isFalse();
        assertThat(stand.resume().status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void a_time_for_what_cannot_be_undone_is_refused_with_the_reason() {
        next = Plan.of(
                step("wipe").touches(asset("door")).apply(set("door", "gone")).none("it is gone"));

        assertThat(stand.draw(FailurePolicy.STOP, lasting(HOUR, action("a"))))
                .isInstanceOfSatisfying(
                        Planner.Result.Refused.class,
                        refused -> assertThat(refused.refusals())
                                .singleElement()
                                .extracting(Planner.Refusal::why)
                                .isEqualTo(
                                        "it cannot be undone, so it cannot end after 1h: leave that out (wipe: it is gone)"));
    }

    private RunState apply(Duration time) throws InterruptedException {
        return stand.apply(FailurePolicy.STOP, lasting(time, action("a")));
    }

    private List<Result> undoDue() throws InterruptedException {
        return stand.timers().undo(Agenda.of(stand.journal()).dueNow(stand.pace.now()));
    }

    private Due due() {
        return Agenda.of(stand.journal()).due().getFirst();
    }

    private void answer(Function<Call, Fate> fates) {
        stand.platform.transport().script(fates);
    }

    private RunState state(RunState run) {
        return state(run.id());
    }

    private RunState state(RunId run) {
        return RunState.fold(stand.journal().read(run)).orElseThrow();
    }

    private List<Event> events(RunState run) {
        return stand.journal().read(run.id()).stream().map(RunState::event).toList();
    }
}
