package dev.cordon.execution;

import static dev.cordon.execution.Lock.isLocked;
import static dev.cordon.execution.Lock.lock;
import static dev.cordon.plan.Step.step;
import static dev.cordon.scripted.ScriptedPlatform.list;
import static dev.cordon.scripted.ScriptedPlatform.remove;
import static dev.cordon.scripted.ScriptedPlatform.set;
import static dev.cordon.scripted.Stand.action;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.action.ActionId;
import dev.cordon.journal.Outcome;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import dev.cordon.plan.Check;
import dev.cordon.plan.Plan;
import dev.cordon.playbook.FailurePolicy;
import dev.cordon.playbook.PlaybookAction;
import dev.cordon.scripted.Fate;
import dev.cordon.scripted.Script;
import dev.cordon.scripted.Stand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Somebody asks to stop: at every call, and during every wait. */
class StoppedRunTest {

    private static final PlaybookAction[] ACTIONS = {action("a"), action("b"), action("c", "a", "b")};

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> asked_at_any_call_it_sends_nothing_more_and_is_resumed_to_the_same_end() {
        return points("{a.door=locked, a.gate=locked, b.door=locked, c.door=locked}", Status.COMPLETED, _ -> Fate.FINE);
    }

    @TestFactory
    Stream<DynamicTest> asked_at_any_call_also_while_everything_is_undone() {
        return points("{}", Status.FAILED, words -> words.equals("set c.door locked") ? Fate.REJECTED : Fate.FINE);
    }

    @Test
    void what_was_answered_is_written_and_looked_at_before_it_stops() throws Exception {
        try (var stand = new Stand(folder, Script.several(plans()))) {
            stand.platform.transport().script(call -> {
                if (call.toString().equals("set a.door locked")) {
                    stand.pace.stop();
                }
                return Fate.FINE;
            });

            assertThat(stops(stand, FailurePolicy.STOP, action("a"))).isTrue();

            var step = journalled(stand)
                    .action(new ActionId("a"))
                    .steps()
                    .values()
                    .iterator()
                    .next();
            assertThat(step.apply().outcome()).isEqualTo(Outcome.CONFIRMED);
            assertThat(stand.platform.transport().writes()).containsExactly("set a.door locked");
            assertThat(stand.world).hasToString("{a.door=locked}");
        }
    }

    @Test
    void a_wait_for_an_effect_ends_and_is_taken_up_again() throws Exception {
        var slow = step("lock")
                .apply(set("a.other", "locked"))
                .undo(remove("a.other"))
                .check(isLocked("a.door").settles(Duration.ofHours(1)));
        try (var stand = new Stand(folder, Script.several(Map.of("a", Plan.of(slow))))) {
            stand.platform.transport().script(call -> {
                if (call.read() && stand.world.all().containsKey("a.other")) {
                    stand.pace.stop();
                }
                return Fate.FINE;
            });
            assertThat(stops(stand, FailurePolicy.STOP, action("a"))).isTrue();
            stand.world.set("a.door", "locked");

            var state = stand.restart().resume();

            assertThat(state.status()).isEqualTo(Status.COMPLETED);
            assertThat(stand.platform.transport().writes()).isEmpty();
        }
    }

    @Test
    void a_drift_that_could_not_be_looked_for_because_of_the_stop_fails_nothing() throws Exception {
        try (var stand = new Stand(folder, Script.several(plans()))) {
            var plan = stand.plan(FailurePolicy.STOP, action("a"));
            stand.platform.transport().script(_ -> {
                stand.pace.stop();
                return Fate.THROTTLED;
            });

            assertThat(stops(() -> stand.engine().apply(plan, "analyst1"))).isTrue();

            assertThat(journalled(stand).action(new ActionId("a")).status()).isEqualTo(Status.PENDING);
            assertThat(stand.restart().resume().status()).isEqualTo(Status.COMPLETED);
        }
    }

    @Test
    void a_temporary_step_stays_until_the_run_goes_on() throws Exception {
        var proof = step("prove").check(Check.look(list()).expect("/all/a.frozen", "locked"));
        var plan = Plan.of(lock("a.frozen").asTemporary(), lock("a.door"), proof);
        try (var stand = new Stand(folder, Script.several(Map.of("a", plan)))) {
            stand.platform.transport().script(call -> {
                if (call.toString().equals("set a.frozen locked")) {
                    stand.pace.stop();
                }
                return Fate.FINE;
            });
            assertThat(stops(stand, FailurePolicy.STOP, action("a"))).isTrue();
            var held = stand.world.toString();

            var state = stand.restart().resume();

            assertThat(held).isEqualTo("{a.frozen=locked}");
            assertThat(state.status()).isEqualTo(Status.COMPLETED);
            assertThat(stand.world).hasToString("{a.door=locked}");
        }
    }

    private static Map<String, Plan> plans() {
        return Map.of(
                "a", Plan.of(lock("a.door"), lock("a.gate")),
                "b", Plan.of(lock("b.door")),
                "c", Plan.of(lock("c.door")));
    }

    /** One test for each call of an apply with {@code rollback_all}: asked to stop there, then resumed. */
    private Stream<DynamicTest> points(String end, Status status, Function<String, Fate> fates) {
        return IntStream.range(0, calls(fates))
                .mapToObj(i -> DynamicTest.dynamicTest("at call " + i, () -> {
                    try (var stand = stand("stand")) {
                        var state = stoppedAt(i, stand, fates) ? resumed(stand, fates) : journalled(stand);

                        assertThat(state.status()).isEqualTo(status);
                        assertThat(stand.world).hasToString(end);
                    }
                }));
    }

    /** False where nothing was left to be sent any more. */
    private static boolean stoppedAt(int number, Stand stand, Function<String, Fate> fates) {
        var plan = stand.plan(FailurePolicy.ROLLBACK_ALL, ACTIONS);
        var transport = stand.platform.transport();
        var calls = new AtomicInteger();
        var writes = new AtomicInteger();
        transport.script(call -> {
            if (calls.getAndIncrement() == number) {
                stand.pace.stop();
                writes.set(transport.writes().size());
            }
            return fates.apply(call.toString());
        });
        var stopped = stops(() -> stand.engine().apply(plan, "analyst1"));
        assertThat(transport.writes())
                .as("nothing more but what the other action was sending just then")
                .hasSizeBetween(writes.get(), writes.get() + 1);
        return stopped;
    }

    private static RunState resumed(Stand stand, Function<String, Fate> fates) throws InterruptedException {
        stand.restart();
        stand.platform.transport().script(call -> fates.apply(call.toString()));
        return stand.resume();
    }

    private int calls(Function<String, Fate> fates) {
        try (var stand = stand("count")) {
            var plan = stand.plan(FailurePolicy.ROLLBACK_ALL, ACTIONS);
            var already = stand.platform.transport().calls().size();
            stand.platform.transport().script(call -> fates.apply(call.toString()));
            stand.engine().apply(plan, "analyst1");
            return stand.platform.transport().calls().size() - already;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Stand stand(String name) throws IOException {
        return new Stand(Files.createTempDirectory(folder, name), Script.several(plans()));
    }

    private interface Work {
        RunState done() throws InterruptedException;
    }

    private static boolean stops(Stand stand, FailurePolicy policy, PlaybookAction... actions) {
        var plan = stand.plan(policy, actions);
        return stops(() -> stand.engine().apply(plan, "analyst1"));
    }

    private static boolean stops(Work work) {
        try {
            work.done();
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    private static RunState journalled(Stand stand) {
        return RunState.fold(stand.journal().read(stand.run())).orElseThrow();
    }
}
