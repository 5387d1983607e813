package dev.cordon.execution;

import static dev.cordon.execution.Lock.lock;
import static dev.cordon.plan.Step.step;
import static dev.cordon.scripted.ScriptedPlatform.add;
import static dev.cordon.scripted.ScriptedPlatform.set;
import static dev.cordon.scripted.Stand.action;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.action.ActionId;
import dev.cordon.journal.Entry;
import dev.cordon.journal.Event;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import dev.cordon.plan.Plan;
import dev.cordon.playbook.FailurePolicy;
import dev.cordon.scripted.Call;
import dev.cordon.scripted.Fate;
import dev.cordon.scripted.Script;
import dev.cordon.scripted.Stand;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several actions in one playbook. */
@Timeout(60)
class SideBySideTest {

    private static final ActionId A = new ActionId("a");
    private static final ActionId B = new ActionId("b");
    private static final ActionId C = new ActionId("c");

    @TempDir
    Path folder;

    @Test
    void actions_that_have_nothing_to_do_with_each_other_run_side_by_side() throws Exception {
        try (var stand = stand()) {
            stand.platform.transport().script(together("set a.door locked", "set b.door locked"));

            var state = stand.apply(FailurePolicy.STOP, action("a"), action("b"));

            assertThat(state.status()).isEqualTo(Status.COMPLETED);
            assertThat(stand.world).hasToString("{a.door=locked, b.door=locked}");
        }
    }

    @Test
    void an_action_begins_when_all_that_it_comes_after_are_completed() throws Exception {
        try (var stand = stand()) {
            stand.platform.transport().script(together("set a.door locked", "set b.door locked"));

            stand.apply(FailurePolicy.STOP, action("a"), action("c", "a", "b"), action("b"));

            assertThat(stand.platform.transport().writes()).last().isEqualTo("set c.door locked");
            assertThat(events(stand).indexOf(new Event.Began(C)))
                    .isGreaterThan(events(stand).indexOf(completed(A)))
                    .isGreaterThan(events(stand).indexOf(completed(B)));
        }
    }

    @Test
    void stop_lets_nothing_further_begin_and_what_is_under_way_come_to_its_end() throws Exception {
        try (var stand = stand()) {
            stand.platform.transport().script(call -> switch (call.toString()) {
                case "set a.door locked" -> Fate.REJECTED;
                case "set b.door locked" -> {
                    awaitStanding(stand, A, Status.FAILED);
                    yield Fate.FINE;
                }
                default -> Fate.FINE;
            });

            var state = stand.apply(FailurePolicy.STOP, action("a"), action("b"), action("c", "b"));

            assertThat(state.status()).isEqualTo(Status.FAILED);
            assertThat(statuses(state)).isEqualTo(List.of(Status.FAILED, Status.COMPLETED, Status.PENDING));
            assertThat(state.action(C).note())
                    .isEqualTo("did not begin: another action was not completed (on_failure: stop)");
        }
    }

    @Test
    void rollback_undoes_the_failed_action_and_keeps_the_others() throws Exception {
        try (var stand = stand(Map.of("a", Plan.of(lock("a.door"), lock("a.gate")), "b", Plan.of(lock("b.door"))))) {
            stand.platform.transport().script(rejecting("set a.gate locked"));

            var state = stand.apply(FailurePolicy.ROLLBACK, action("b"), action("a", "b"));

            assertThat(state.status()).isEqualTo(Status.FAILED);
            assertThat(state.action(A).status()).isEqualTo(Status.ROLLED_BACK);
            assertThat(state.action(A).undoAskedBy()).isEqualTo("on_failure: rollback");
            assertThat(stand.world).hasToString("{b.door=locked}");
        }
    }

    @Test
    void continue_goes_on_with_all_but_those_that_come_after_the_failed_one() throws Exception {
        try (var stand = stand()) {
            stand.platform.transport().script(rejecting("set a.door locked"));

            var state =
                    stand.apply(FailurePolicy.CONTINUE, action("a"), action("b"), action("c", "a"), action("d", "b"));

            assertThat(state.status()).isEqualTo(Status.FAILED);
            assertThat(statuses(state))
                    .isEqualTo(List.of(Status.FAILED, Status.COMPLETED, Status.PENDING, Status.COMPLETED));
            assertThat(state.action(C).note()).isEqualTo("did not begin: it comes after a, which is not completed");
        }
    }

    @Test
    void rollback_all_undoes_everything_the_last_begun_first() throws Exception {
        try (var stand = stand()) {
            stand.platform.transport().script(rejecting("set d.door locked"));

            var state = stand.apply(
                    FailurePolicy.ROLLBACK_ALL, action("a"), action("b", "a"), action("c", "b"), action("d", "c"));

            assertThat(state.status()).isEqualTo(Status.FAILED);
            assertThat(statuses(state))
                    .isEqualTo(List.of(Status.ROLLED_BACK, Status.ROLLED_BACK, Status.ROLLED_BACK, Status.FAILED));
            assertThat(stand.platform.transport().writes()).endsWith("remove c.door", "remove b.door", "remove a.door");
            assertThat(stand.world).hasToString("{}");
        }
    }

    @Test
    void rollback_all_says_what_cannot_be_undone() throws Exception {
        var told = Plan.of(step("tell").apply(set("a.note", "told")).none("what was said is said"));
        try (var stand = stand(Map.of("a", told, "b", Plan.of(lock("b.door"), lock("b.gate"))))) {
            stand.platform.transport().script(rejecting("set b.gate locked"));

            var state = stand.apply(FailurePolicy.ROLLBACK_ALL, action("a"), action("b", "a"));

            assertThat(state.status()).isEqualTo(Status.FAILED);
            assertThat(state.action(A).status()).isEqualTo(Status.COMPLETED);
            assertThat(state.action(A).note()).isEqualTo("it cannot be undone, and stays");
            assertThat(state.action(A).ended()).isEqualTo(completedAt(stand, A));
            assertThat(stand.world).hasToString("{a.note=told}");
        }
    }

    @Test
    void an_uncertain_action_stops_the_run_and_is_not_undone() throws Exception {
        for (var policy : Set.of(FailurePolicy.STOP, FailurePolicy.ROLLBACK, FailurePolicy.ROLLBACK_ALL)) {
            try (var stand = new Stand(folder.resolve(policy.word()), Script.several(withBlind()))) {
                stand.platform.transport().script(losing("add a.door"));

                var state = stand.apply(policy, action("b"), action("a", "b"), action("c", "b", "a"));

                assertThat(state.status()).isEqualTo(Status.UNCERTAIN);
                assertThat(statuses(state)).isEqualTo(List.of(Status.UNCERTAIN, Status.COMPLETED, Status.PENDING));
            }
        }
    }

    @Test
    void continue_goes_on_beside_an_uncertain_action_but_not_after_it() throws Exception {
        try (var stand = stand(withBlind())) {
            stand.platform.transport().script(losing("add a.door"));

            var state = stand.apply(FailurePolicy.CONTINUE, action("a"), action("b"), action("c", "a"));

            assertThat(state.status()).isEqualTo(Status.UNCERTAIN);
            assertThat(statuses(state)).isEqualTo(List.of(Status.UNCERTAIN, Status.COMPLETED, Status.PENDING));
        }
    }

    @Test
    void where_one_action_is_broken_off_no_other_begins_and_the_run_stays_open() throws Exception {
        try (var stand = stand()) {
            stand.platform.transport().script(call -> {
                if (call.toString().equals("set a.door locked")) {
                    throw new IllegalStateException("a defect");
                }
                return Fate.FINE;
            });

            assertThatThrownBy(() -> stand.apply(FailurePolicy.CONTINUE, action("a"), action("b", "a")))
                    .hasMessage("a defect");
            assertThat(stand.platform.transport().writes()).containsExactly("set a.door locked");
            assertThat(stand.engine().interrupted()).hasSize(1);
        }
    }

    @Test
    void a_rollback_of_one_action_leaves_open_what_is_under_way_beside_it() throws Exception {
        try (var stand = stand()) {
            stand.platform.transport().script(call -> switch (call.toString()) {
                case "set b.door locked" -> {
                    awaitStanding(stand, A, Status.COMPLETED);
                    yield Fate.CRASH_AFTER;
                }
                default -> Fate.FINE;
            });
            assertThatThrownBy(() -> stand.apply(FailurePolicy.STOP, action("a"), action("b")))
                    .isInstanceOf(Error.class);
            stand.restart();

            stand.engine().rollback(stand.run(), List.of(A), "analyst1");
            assertThat(stand.engine().interrupted()).hasSize(1);
            var state = stand.resume();

            assertThat(statuses(state)).isEqualTo(List.of(Status.ROLLED_BACK, Status.COMPLETED));
            assertThat(state.status()).isEqualTo(Status.COMPLETED);
            assertThat(stand.world).hasToString("{b.door=locked}");
        }
    }

    @Test
    void a_rollback_of_a_whole_run_that_was_cut_off_ends_it_also_where_something_cannot_be_undone() throws Exception {
        var told = Plan.of(step("tell").apply(set("a.note", "told")).none("what was said is said"));
        try (var stand = stand(Map.of("a", told, "b", Plan.of(lock("b.door"))))) {
            stand.platform.transport().script(call -> switch (call.toString()) {
                case "set a.note told" -> {
                    awaitStanding(stand, B, Status.COMPLETED);
                    yield Fate.CRASH_AFTER;
                }
                default -> Fate.FINE;
            });
            assertThatThrownBy(() -> stand.apply(FailurePolicy.STOP, action("a"), action("b")))
                    .isInstanceOf(Error.class);

            stand.restart().rollback();

            var state = RunState.fold(stand.journal().read(stand.run())).orElseThrow();
            assertThat(statuses(state)).isEqualTo(List.of(Status.FAILED, Status.ROLLED_BACK));
            assertThat(state.action(A).note()).contains("the state is not as it was read before");
            assertThat(stand.engine().interrupted()).isEmpty();
        }
    }

    @Test
    void a_rollback_of_one_action_does_not_try_another_again_whose_undo_was_kept() throws Exception {
        try (var stand = stand()) {
            stand.apply(FailurePolicy.STOP, action("a"), action("b"));
            stand.platform.transport().script(rejecting("remove b.door"));
            stand.engine().rollback(stand.run(), List.of(B), "analyst1");
            stand.restart();

            stand.engine().rollback(stand.run(), List.of(A), "analyst1");

            assertThat(stand.platform.transport().writes()).containsExactly("remove a.door");
            assertThat(stand.world).hasToString("{b.door=locked}");
        }
    }

    private Stand stand() {
        return stand(Map.of(
                "a", Plan.of(lock("a.door")),
                "b", Plan.of(lock("b.door")),
                "c", Plan.of(lock("c.door")),
                "d", Plan.of(lock("d.door"))));
    }

    /** Nobody can look what became of what {@code a} sends. */
    private static Map<String, Plan> withBlind() {
        var blind = step("set").apply(add("a.door")).none("nobody can look");
        return Map.of("a", Plan.of(blind), "b", Plan.of(lock("b.door")), "c", Plan.of(lock("c.door")));
    }

    private Stand stand(Map<String, Plan> plans) {
        return new Stand(folder, Script.several(plans));
    }

    /** Each of these calls waits for the other. */
    private static Function<Call, Fate> together(String one, String other) {
        var bothAreHere = new CyclicBarrier(2);
        return call -> {
            if (List.of(one, other).contains(call.toString())) {
                await(bothAreHere);
            }
            return Fate.FINE;
        };
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("they did not run side by side", e);
        }
    }

    private static void awaitStanding(Stand stand, ActionId action, Status status) {
        while (events(stand).stream()
                .noneMatch(event ->
                        event instanceof Event.Stands(var id, var now, var _) && id.equals(action) && now == status)) {
            Thread.onSpinWait();
        }
    }

    private static Function<Call, Fate> rejecting(String words) {
        return call -> call.toString().equals(words) ? Fate.REJECTED : Fate.FINE;
    }

    private static Function<Call, Fate> losing(String words) {
        return call -> call.toString().equals(words) ? Fate.ANSWER_LOST : Fate.FINE;
    }

    private static Event completed(ActionId action) {
        return new Event.Stands(action, Status.COMPLETED, "");
    }

    private static Instant completedAt(Stand stand, ActionId action) {
        return stand.journal().read(stand.run()).stream()
                .filter(entry -> RunState.event(entry).equals(completed(action)))
                .map(Entry::at)
                .findFirst()
                .orElseThrow();
    }

    private static List<Event> events(Stand stand) {
        return stand.journal().read(stand.run()).stream().map(RunState::event).toList();
    }

    /** In the order of their ids. */
    private static List<Status> statuses(RunState state) {
        return state.actions().entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().value()))
                .map(entry -> entry.getValue().status())
                .toList();
    }
}
