package dev.cordon.execution;

import static dev.cordon.execution.Lock.isLocked;
import static dev.cordon.execution.Lock.lock;
import static dev.cordon.plan.Stage.stage;
import static dev.cordon.plan.Step.step;
import static dev.cordon.scripted.ScriptedPlatform.add;
import static dev.cordon.scripted.ScriptedPlatform.list;
import static dev.cordon.scripted.ScriptedPlatform.remove;
import static dev.cordon.scripted.ScriptedPlatform.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.action.ActionId;
import dev.cordon.journal.JournalException;
import dev.cordon.journal.Status;
import dev.cordon.plan.Check;
import dev.cordon.plan.Plan;
import dev.cordon.playbook.FailurePolicy;
import dev.cordon.scripted.Fate;
import dev.cordon.scripted.Stand;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineTest {

    private static final ActionId A = new ActionId("a");

    @TempDir
    Path folder;

    @Test
    void an_action_is_completed_when_its_effect_was_seen_and_rolled_back_when_everything_is_as_before()
            throws Exception {
        try (var stand = Stand.of(folder, lock("door"), lock("gate"))) {
            stand.world.set("house", "red");

            var applied = stand.apply();
            var inForce = stand.world.toString();
            var undone = (Rollback.Tried) stand.rollback();

            assertThat(applied.status()).isEqualTo(Status.COMPLETED);
            assertThat(inForce).isEqualTo("{door=locked, gate=locked, house=red}");
            assertThat(undone.state().status()).isEqualTo(Status.ROLLED_BACK);
            assertThat(stand.world).hasToString("{house=red}");
        }
    }

    @Test
    void undo_goes_in_reverse_of_what_was_applied() throws Exception {
        try (var stand = Stand.of(folder, lock("door"), stage(lock("gate"), lock("hatch")))) {
            stand.apply();
            stand.rollback();

            assertThat(stand.platform.transport().writes()).last().isEqualTo("remove door");
        }
    }

    @Test
    void an_effect_that_does_not_show_fails_the_action_although_its_answer_was_fine() throws Exception {
        var ineffective =
                step("lock").apply(set("other", "locked")).undo(remove("other")).check(isLocked("door"));
        try (var stand = Stand.of(folder, ineffective)) {
            var state = stand.apply();

            assertThat(state.status()).isEqualTo(Status.FAILED);
            assertThat(state.action(A).note()).contains("its effect did not show");
        }
    }

    @Test
    void a_look_that_is_throttled_waits_until_the_platform_wants_to_be_asked_again() throws Exception {
        try (var stand = Stand.of(folder, lock("door"))) {
            var asked = new ArrayList<Instant>();
            stand.platform.transport().script(call -> {
                asked.add(stand.pace.now());
                return asked.size() == 1 ? Fate.THROTTLED : Fate.FINE;
            });

            stand.apply();

            assertThat(Duration.between(asked.get(0), asked.get(1))).isEqualTo(Duration.ofSeconds(30));
        }
    }

    @Test
    void a_failed_step_keeps_the_next_stage_from_beginning_but_not_its_siblings() throws Exception {
        try (var stand = Stand.of(folder, stage(lock("door"), lock("gate")), lock("hatch"))) {
            stand.platform
                    .transport()
                    .script(call -> call.toString().startsWith("set door") ? Fate.REJECTED : Fate.FINE);

            var state = stand.apply();

            assertThat(state.status()).isEqualTo(Status.FAILED);
            assertThat(stand.world).hasToString("{gate=locked}");
        }
    }

    @Test
    void on_failure_rollback_undoes_the_failed_action() throws Exception {
        try (var stand = Stand.of(folder, lock("door"), lock("gate"))) {
            stand.platform
                    .transport()
                    .script(call -> call.toString().startsWith("set gate") ? Fate.REJECTED : Fate.FINE);

            var state = stand.apply(FailurePolicy.ROLLBACK);

            assertThat(state.status()).isEqualTo(Status.ROLLED_BACK);
            assertThat(stand.world).hasToString("{}");
        }
    }

    @Test
    void what_changed_since_the_plan_was_drawn_up_stops_the_action_before_anything_is_sent() throws Exception {
        try (var stand = Stand.of(folder, lock("door"))) {
            stand.world.set("house", "red");
            var plan = stand.plan(FailurePolicy.STOP);
            stand.world.set("house", "blue");

            var state = stand.engine().apply(plan, "analyst1");

            assertThat(state.action(A).note()).contains("/all/house was \"red\", is \"blue\"");
            assertThat(state.action(A).mayHaveChanged()).isFalse();
            assertThat(stand.platform.transport().writes()).isEmpty();
        }
    }

    @Test
    void what_somebody_changed_since_is_reported_at_undo_and_not_overwritten() throws Exception {
        try (var stand = Stand.of(folder, lock("door"))) {
            stand.apply();
            stand.world.set("door", "painted over");

            var undone = (Rollback.Tried) stand.rollback();

            assertThat(stand.world).hasToString("{door=painted over}");
            assertThat(undone.state().action(A).note()).contains("/all/door");
            assertThat(undone.state().status()).isEqualTo(Status.FAILED);
        }
    }

    @Test
    void what_the_platform_released_itself_is_reported_as_released() throws Exception {
        var expiring = lock("door").releasedAfter(Duration.ofHours(1));
        try (var stand = Stand.of(folder, expiring)) {
            stand.apply();
            stand.pace.forward(Duration.ofHours(1));
            stand.world.remove("door");

            var undone = (Rollback.Tried) stand.rollback();

            assertThat(undone.state().status()).isEqualTo(Status.ROLLED_BACK);
            assertThat(undone.state().action(A).note()).contains("released by the platform itself");
        }
    }

    @Test
    void a_temporary_step_is_undone_when_apply_has_ended_also_when_it_failed() throws Exception {
        var freeze = lock("frozen").asTemporary();
        var impossible = step("prove").check(Check.look(list()).expect("/all/nothing", "there"));
        try (var stand = Stand.of(folder, freeze, impossible)) {
            var state = stand.apply();

            assertThat(state.status()).isEqualTo(Status.FAILED);
            assertThat(stand.world).hasToString("{}");
        }
    }

    @Test
    void an_optional_step_may_fail() throws Exception {
        try (var stand = Stand.of(folder, lock("door").asOptional(), lock("gate"))) {
            stand.platform
                    .transport()
                    .script(call -> call.toString().startsWith("set door") ? Fate.REJECTED : Fate.FINE);

            assertThat(stand.apply().status()).isEqualTo(Status.COMPLETED);
        }
    }

    @Test
    void an_optional_step_in_a_stage_may_fail_beside_its_siblings_and_is_told_of() throws Exception {
        var optional = lock("door").asOptional();
        try (var stand = Stand.of(folder, stage(optional, lock("gate")), lock("hatch"))) {
            stand.platform
                    .transport()
                    .script(call -> call.toString().startsWith("set door") ? Fate.REJECTED : Fate.FINE);

            var state = stand.apply();

            assertThat(state.status()).isEqualTo(Status.COMPLETED);
            assertThat(state.action(A).note()).startsWith("lock door: ");
            assertThat(stand.world).hasToString("{gate=locked, hatch=locked}");
        }
    }

    @Test
    void an_optional_step_that_failed_need_not_hold() throws Exception {
        var optional = step("lock door")
                .apply(set("door", "locked"))
                .undo(remove("door"))
                .check(isLocked("door").holds(Duration.ofSeconds(10)))
                .asOptional();
        try (var stand = Stand.of(folder, stage(optional, lock("gate")))) {
            stand.platform
                    .transport()
                    .script(call -> call.toString().startsWith("set door") ? Fate.REJECTED : Fate.FINE);

            assertThat(stand.apply().status()).isEqualTo(Status.COMPLETED);
        }
    }

    @Test
    void an_optional_step_that_nobody_can_tell_of_stops_the_action() throws Exception {
        var optional =
                step("tell").apply(add("told")).none("what was said is said").asOptional();
        try (var stand = Stand.of(folder, stage(optional, lock("gate")), lock("hatch"))) {
            stand.platform
                    .transport()
                    .script(call -> call.toString().equals("add told") ? Fate.ANSWER_LOST : Fate.FINE);

            var state = stand.apply();

            assertThat(state.status()).isEqualTo(Status.UNCERTAIN);
            assertThat(stand.world.all()).doesNotContainKey("hatch");
        }
    }

    @Test
    void an_effect_that_does_not_hold_fails_the_action() throws Exception {
        var held = step("lock")
                .apply(set("door", "locked"))
                .undo(remove("door"))
                .check(isLocked("door").holds(Duration.ofSeconds(10)));
        try (var stand = Stand.of(folder, held)) {
            stand.platform.transport().script(call -> {
                if (stand.pace.now().isAfter(java.time.Instant.parse("2026-01-05T10:00:05Z"))) {
                    stand.world.remove("door");
                }
                return Fate.FINE;
            });

            assertThat(stand.apply().status()).isEqualTo(Status.FAILED);
        }
    }

    @Test
    void a_step_with_only_an_undo_acts_when_the_action_is_undone_and_after_those_behind_it() throws Exception {
        var publish = step("publish")
                .undo(set("published", "yes"))
                .check(Check.look(list()).expect("/all/published", "no"));
        try (var stand = Stand.of(folder, publish, lock("door"))) {
            stand.world.set("published", "no");
            stand.apply();
            stand.rollback();

            assertThat(stand.platform.transport().writes())
                    .containsExactly("set door locked", "remove door", "set published yes");
        }
    }

    @Test
    void an_empty_plan_is_completed_and_its_rollback_changes_nothing() throws Exception {
        try (var stand = new Stand(folder, _ -> Plan.nothingToDo())) {
            var applied = stand.apply();
            var undone = (Rollback.Tried) stand.rollback();

            assertThat(applied.status()).isEqualTo(Status.COMPLETED);
            assertThat(undone.state().status()).isEqualTo(Status.ROLLED_BACK);
            assertThat(stand.platform.transport().writes()).isEmpty();
        }
    }

    @Test
    void only_the_top_of_what_lies_on_one_asset_is_undone() throws Exception {
        try (var stand = new Stand(
                folder,
                seen -> seen.all().containsKey("door")
                        ? Plan.nothingToDo(dev.cordon.scripted.ScriptedPlatform.asset("door"))
                        : Plan.of(lock("door")))) {
            stand.apply();
            var below = stand.run();
            stand.apply();

            var refused = stand.engine().rollback(below, List.of(), "analyst1");

            assertThat(refused)
                    .isInstanceOfSatisfying(
                            Rollback.Refused.class, it -> assertThat(it.why()).contains("lies on top of it"));
            assertThat(stand.world).hasToString("{door=locked}");
        }
    }

    @Test
    void a_gate_that_does_not_open_has_changed_nothing() throws Exception {
        var gate = step("space enough").check(Check.look(list()).expect("/all/space", "enough"));
        try (var stand = Stand.of(folder, gate, lock("door"))) {
            var state = stand.apply();

            assertThat(state.status()).isEqualTo(Status.FAILED);
            assertThat(state.action(A).mayHaveChanged()).isFalse();
            assertThat(stand.platform.transport().writes()).isEmpty();
        }
    }

    @Test
    void nothing_is_done_by_a_record_that_somebody_changed() throws Exception {
        try (var stand = Stand.of(folder, lock("door"))) {
            stand.apply();
            var run = stand.run();
            stand.close();
            try (var database = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/cordon.db"));
                    var statement = database.createStatement()) {
                statement.execute("update entry set at = '2020-01-01T00:00:00Z' where seq = 2");
            }
            stand.restart();

            assertThatThrownBy(() -> stand.engine().rollback(run, List.of(), "analyst1"))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("not as it was written from entry 2 on");
            assertThat(stand.world).hasToString("{door=locked}");
        }
    }
}
