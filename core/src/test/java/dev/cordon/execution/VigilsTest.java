package dev.cordon.execution;

import static dev.cordon.execution.Lock.isLocked;
import static dev.cordon.execution.Lock.lock;
import static dev.cordon.plan.Step.step;
import static dev.cordon.scripted.ScriptedPlatform.asset;
import static dev.cordon.scripted.ScriptedPlatform.remove;
import static dev.cordon.scripted.ScriptedPlatform.set;
import static dev.cordon.scripted.Stand.action;
import static dev.cordon.scripted.Stand.lasting;
import static dev.cordon.scripted.Stand.watched;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.action.ActionId;
import dev.cordon.journal.ActionState;
import dev.cordon.journal.Event;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import dev.cordon.operation.Value;
import dev.cordon.plan.Check.Is;
import dev.cordon.plan.Draft;
import dev.cordon.plan.Plan;
import dev.cordon.playbook.FailurePolicy;
import dev.cordon.playbook.Watch;
import dev.cordon.scripted.Call;
import dev.cordon.scripted.Crash;
import dev.cordon.scripted.Fate;
import dev.cordon.scripted.ScriptedPlatform.Seen;
import dev.cordon.scripted.Stand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of an action in force that somebody undoes. */
class VigilsTest {

    private static final ActionId A = new ActionId("a");
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Watch AGAIN = new Watch(QUARTER, true);

    private Function<Seen, Draft> plans = _ -> Plan.of(lock("door"));
    private Stand stand;

    @BeforeEach
    void open(@TempDir Path folder) {
        stand = new Stand(folder, seen -> plans.apply(seen));
    }

    @AfterEach
    void close() {
        stand.close();
    }

    @Test
    void what_is_in_force_is_looked_at_every_quarter_of_an_hour_and_the_journal_does_not_grow() throws Exception {
        stand.apply();
        var entries = entries();

        assertThat(stand.vigils().keep()).isEmpty();
        stand.pace.forward(QUARTER);
        assertThat(stand.vigils().keep()).singleElement().isInstanceOf(Watched.InForce.class);
        assertThat(stand.vigils().keep()).isEmpty();

        assertThat(entries()).isEqualTo(entries);
    }

    @Test
    void a_new_process_looks_once_at_what_came_to_be_in_force_before_it() throws Exception {
        stand.apply();
        stand.pace.forward(Duration.ofMinutes(1));

        stand.restart();

        assertThat(stand.vigils().keep()).singleElement().isInstanceOf(Watched.InForce.class);
        assertThat(stand.vigils().keep()).isEmpty();
    }

    @Test
    void what_somebody_undid_is_said_with_what_was_seen_and_left_as_it_is() throws Exception {
        stand.apply();
        stand.world.remove("door");

        assertThat(later())
                .singleElement()
                .isInstanceOfSatisfying(
                        Watched.Drifted.class,
                        drifted -> assertThat(drifted.what()).isEqualTo("lock door"));

        assertThat(state().drift().since()).isEqualTo(stand.pace.now());
        assertThat(state().status()).isEqualTo(Status.COMPLETED);
        assertThat(stand.world).hasToString("{}");
        assertThat(events(Event.Drifted.class))
                .singleElement()
                .satisfies(event -> assertThat(event.lost()).hasSize(1));
    }

    @Test
    void what_stays_undone_is_journalled_once() throws Exception {
        stand.apply();
        stand.world.remove("door");
        later();
        var entries = entries();

        assertThat(later()).singleElement().isInstanceOf(Watched.Drifted.class);

        assertThat(entries()).isEqualTo(entries);
    }

    @Test
    void what_somebody_put_back_is_said_too() throws Exception {
        stand.apply();
        stand.world.remove("door");
        later();
        stand.world.set("door", "locked");

        assertThat(later()).singleElement().isEqualTo(new Watched.Restored(stand.run(), A, false));

        assertThat(state().drift().since()).isNull();
        assertThat(later()).singleElement().isInstanceOf(Watched.InForce.class);
    }

    @Test
    void a_platform_that_is_down_is_no_drift() throws Exception {
        stand.apply();
        stand.world.remove("door");
        answer(_ -> Fate.UNREACHABLE);
        var entries = entries();

        assertThat(later()).singleElement().isInstanceOf(Watched.CouldNotLook.class);

        assertThat(entries()).isEqualTo(entries);
    }

    @Test
    void what_is_under_way_again_is_no_drift() throws Exception {
        plans = _ -> Plan.of(step("lock door")
                .touches(asset("door"))
                .apply(set("door", "locked"))
                .undo(remove("door"))
                .check(isLocked("door").pending("/all/door", Is.EQUAL, Value.of("closing"))));
        stand.apply();
        stand.world.set("door", "closing");

        assertThat(later()).singleElement().isInstanceOf(Watched.InForce.class);
    }

    @Test
    void what_is_back_before_its_effect_has_settled_is_no_drift() throws Exception {
        plans = _ -> Plan.of(step("lock door")
                .touches(asset("door"))
                .apply(set("door", "locked"))
                .undo(remove("door"))
                .check(isLocked("door").settles(Duration.ofSeconds(30))));
        stand.apply();
        stand.world.remove("door");
        stand.pace.forward(QUARTER);
        var gone = stand.pace.elapsed();
        answer(_ -> {
            if (stand.pace.elapsed().minus(gone).compareTo(Duration.ofSeconds(20)) > 0) {
                stand.world.set("door", "locked");
            }
            return Fate.FINE;
        });

        assertThat(stand.vigils().keep()).singleElement().isInstanceOf(Watched.InForce.class);
        assertThat(events(Event.Drifted.class)).isEmpty();
    }

    @Test
    void what_the_platform_itself_released_is_no_drift() throws Exception {
        plans = _ -> Plan.of(
                lock("door").releasedAfter(Duration.ofMinutes(10)), lock("gate").releasedAfter(Duration.ofHours(1)));
        stand.apply();
        stand.world.remove("door");

        assertThat(later()).singleElement().isInstanceOf(Watched.InForce.class);
    }

    @Test
    void what_is_never_to_be_watched_is_not_looked_at() throws Exception {
        stand.apply(FailurePolicy.STOP, watched(new Watch(null, false), action("a")));
        stand.restart();
        stand.pace.forward(Duration.ofDays(30));

        assertThat(stand.vigils().keep()).isEmpty();
        assertThat(stand.platform.transport().calls()).isEmpty();
    }

    @Test
    void what_falls_due_is_undone_and_not_applied_again() throws Exception {
        stand.apply(FailurePolicy.STOP, watched(AGAIN, lasting(Duration.ofHours(1), action("a"))));
        stand.world.remove("door");
        stand.pace.forward(Duration.ofHours(1));

        var done = stand.round().work();

        assertThat(done.expired()).hasSize(1);
        assertThat(done.watched()).isEmpty();
        assertThat(stand.world).hasToString("{}");
    }

    @Test
    void what_somebody_undid_is_applied_again_where_the_playbook_wants_it() throws Exception {
        stand.apply(FailurePolicy.STOP, watched(AGAIN, action("a")));
        stand.world.remove("door");

        assertThat(later()).singleElement().isEqualTo(new Watched.Restored(stand.run(), A, true));

        assertThat(stand.world).hasToString("{door=locked}");
        assertThat(state().drift().since()).isNull();
        assertThat(events(Event.Intended.class))
                .extracting(event -> event.at().attempt())
                .containsExactly(1, 2);
    }

    @Test
    void only_what_is_gone_is_applied_again() throws Exception {
        plans = _ -> Plan.of(lock("door"), lock("gate"));
        stand.apply(FailurePolicy.STOP, watched(AGAIN, action("a")));
        stand.world.remove("gate");

        later();

        assertThat(stand.platform.transport().writes())
                .containsExactly("set door locked", "set gate locked", "set gate locked");
    }

    @Test
    void lesson_3_after_it_was_applied_again_undo_restores_what_was_there_before_the_first_time() throws Exception {
        stand.world.set("door", "ajar");
        plans = VigilsTest::lockedOver;
        stand.apply(FailurePolicy.STOP, watched(AGAIN, action("a")));
        stand.world.set("door", "ajar");
        assertThat(later()).singleElement().isEqualTo(new Watched.Restored(stand.run(), A, true));

        stand.rollback();

        assertThat(stand.world).hasToString("{door=ajar}");
        assertThat(state().status()).isEqualTo(Status.ROLLED_BACK);
    }

    @Test
    void what_somebody_put_in_its_place_is_not_overwritten() throws Exception {
        stand.world.set("door", "ajar");
        plans = VigilsTest::lockedOver;
        stand.apply(FailurePolicy.STOP, watched(AGAIN, action("a")));
        stand.world.set("door", "walled up");

        assertThat(later())
                .singleElement()
                .isInstanceOfSatisfying(
                        Watched.Drifted.class,
                        drifted -> assertThat(drifted.then()).contains("would now overwrite"));

        assertThat(stand.world).hasToString("{door=walled up}");
    }

    @Test
    void somebody_who_undoes_it_again_and_again_gets_it_three_times_and_then_a_person_has_to_look() throws Exception {
        stand.apply(FailurePolicy.STOP, watched(AGAIN, action("a")));
        for (var time = 0; time < 3; time++) {
            stand.world.remove("door");
            assertThat(later()).singleElement().isInstanceOf(Watched.Restored.class);
        }
        stand.world.remove("door");

        assertThat(later())
                .singleElement()
                .isInstanceOfSatisfying(
                        Watched.Drifted.class,
                        drifted -> assertThat(drifted.then()).contains("3 times within a day"));

        assertThat(stand.world).hasToString("{}");
    }

    @Test
    void applying_it_again_that_is_refused_is_tried_again_and_undo_has_nothing_to_do() throws Exception {
        stand.apply(FailurePolicy.STOP, watched(AGAIN, action("a")));
        stand.world.remove("door");
        answer(call -> call.read() ? Fate.FINE : Fate.REJECTED);
        assertThat(later()).singleElement().isInstanceOf(Watched.Drifted.class);
        answer(_ -> Fate.FINE);

        assertThat(later()).singleElement().isInstanceOf(Watched.Restored.class);

        stand.rollback();
        assertThat(stand.world).hasToString("{}");
        assertThat(state().status()).isEqualTo(Status.ROLLED_BACK);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fate.class,
            names = {"CRASH_BEFORE", "CRASH_AFTER"})
    void a_process_that_died_while_applying_it_again_is_gone_on_with(Fate death) throws Exception {
        stand.apply(FailurePolicy.STOP, watched(AGAIN, action("a")));
        stand.world.remove("door");
        answer(call -> call.read() ? Fate.FINE : death);
        stand.pace.forward(QUARTER);
        assertThatThrownBy(() -> stand.vigils().keep()).isInstanceOf(Crash.class);

        stand.restart();
        assertThat(stand.vigils().keep()).singleElement().isInstanceOf(Watched.Restored.class);

        assertThat(stand.world).hasToString("{door=locked}");
        stand.rollback();
        assertThat(stand.world).hasToString("{}");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fate.class,
            names = {"CRASH_BEFORE", "CRASH_AFTER"})
    void a_process_that_died_while_applying_it_again_can_be_rolled_back_at_once(Fate death) throws Exception {
        stand.apply(FailurePolicy.STOP, watched(AGAIN, action("a")));
        stand.world.remove("door");
        answer(call -> call.read() ? Fate.FINE : death);
        stand.pace.forward(QUARTER);
        assertThatThrownBy(() -> stand.vigils().keep()).isInstanceOf(Crash.class);

        stand.restart().rollback();

        assertThat(stand.world).hasToString("{}");
        assertThat(state().status()).isEqualTo(Status.ROLLED_BACK);
    }

    @Test
    void a_rollback_of_what_somebody_undid_reports_that_and_sends_nothing() throws Exception {
        stand.apply();
        stand.world.remove("door");
        later();
        var writes = stand.platform.transport().writes();

        stand.rollback();

        assertThat(stand.platform.transport().writes()).isEqualTo(writes);
        assertThat(state().note()).contains("no longer as it was left");
    }

    private static Draft lockedOver(Seen seen) {
        return Plan.of(step("lock door")
                .touches(asset("door"))
                .apply(set("door", "locked"))
                .undo(set("door", seen.all().get("door")))
                .check(isLocked("door")));
    }

    private List<Watched> later() throws InterruptedException {
        stand.pace.forward(QUARTER);
        return stand.vigils().keep();
    }

    private int entries() {
        return stand.journal().read(stand.run()).size();
    }

    private <E extends Event> List<E> events(Class<E> kind) {
        return stand.journal().read(stand.run()).stream()
                .map(RunState::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private void answer(Function<Call, Fate> fates) {
        stand.platform.transport().script(fates);
    }

    private ActionState state() {
        return RunState.fold(stand.journal().read(stand.run())).orElseThrow().action(A);
    }
}
