package dev.cordon.execution;

import static dev.cordon.execution.Lock.lock;
import static dev.cordon.plan.Each.each;
import static dev.cordon.plan.Step.step;
import static dev.cordon.scripted.ScriptedPlatform.add;
import static dev.cordon.scripted.ScriptedPlatform.list;
import static dev.cordon.scripted.ScriptedPlatform.remove;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.journal.Event;
import dev.cordon.journal.RunId;
import dev.cordon.journal.RunJournal;
import dev.cordon.journal.Status;
import dev.cordon.operation.Command;
import dev.cordon.operation.Terms;
import dev.cordon.operation.Value;
import dev.cordon.plan.Check;
import dev.cordon.plan.Planned;
import dev.cordon.plan.Read;
import dev.cordon.plan.Step;
import dev.cordon.playbook.FailurePolicy;
import dev.cordon.scripted.Call;
import dev.cordon.scripted.Crash;
import dev.cordon.scripted.Fate;
import dev.cordon.scripted.ScriptedPlatform;
import dev.cordon.scripted.Stand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The process dies at every boundary that there is, and another one goes on. */
class RecoveryTest {

    @TempDir
    Path folder;

    private static Planned[] parts() {
        return new Planned[] {
            lock("frozen").asTemporary(),
            lock("door"),
            counted(),
            each("member", Read.of(list()).as("members"))
                    .steps(step("end")
                            .apply(new Command(
                                    Terms.write(ScriptedPlatform.NAME),
                                    List.of(Value.of("remove"), Value.item("/key")),
                                    null,
                                    List.of(0)))
                            .check(Check.look(list()).expect("/all/left", "over"))
                            .none("ended members do not come back")),
        };
    }

    private static Step counted() {
        return step("count")
                .apply(add("n"))
                .undo(remove("n"))
                .check(Check.look(list()).expect("/all/n", "1").settles(Duration.ofSeconds(5)));
    }

    @TestFactory
    Stream<DynamicTest> wherever_apply_is_cut_off_it_is_resumed_to_the_same_end() {
        return cuts(RecoveryTest::stand, _ -> {}, Stand::apply, (stand) -> {
            var state = stand.resume();

            assertThat(state.status()).isEqualTo(Status.COMPLETED);
            assertThat(stand.world).hasToString("{door=locked, n=1}");
        });
    }

    @TestFactory
    Stream<DynamicTest> wherever_apply_is_cut_off_it_can_be_rolled_back() {
        return cuts(RecoveryTest::stand, _ -> {}, Stand::apply, (stand) -> {
            stand.rollback();

            assertThat(stand.world).hasToString("{}");
            assertThat(stand.engine().interrupted()).isEmpty();
        });
    }

    @Test
    void a_run_that_was_cut_off_before_anything_began_is_closed_by_a_rollback() throws Exception {
        try (var stand = stand(folder)) {
            var plan = stand.plan(FailurePolicy.STOP);
            RunJournal.accept(
                    stand.journal(),
                    stand.pace.clock(),
                    _ -> {},
                    new RunId("cut-off"),
                    new Event.Accepted(plan, "analyst1", null));

            var rollback = stand.rollback();

            assertThat(rollback)
                    .isInstanceOfSatisfying(
                            Rollback.Tried.class,
                            tried -> assertThat(tried.state().status()).isEqualTo(Status.ROLLED_BACK));
            assertThat(stand.engine().interrupted()).isEmpty();
            assertThat(stand.platform.transport().writes()).isEmpty();
        }
    }

    @Test
    void a_rollback_of_what_cannot_be_reached_gives_up_within_seconds() throws Exception {
        try (var stand = Stand.of(folder, lock("door"))) {
            stand.apply();
            stand.platform.transport().script(_ -> Fate.UNREACHABLE);
            var begun = stand.pace.clock().instant();

            stand.rollback();

            assertThat(Duration.between(begun, stand.pace.clock().instant())).isLessThan(Duration.ofSeconds(10));
            assertThat(stand.world).hasToString("{door=locked}");
        }
    }

    @Test
    void members_that_cannot_be_looked_for_are_given_up_within_seconds() throws Exception {
        try (var stand = Stand.of(folder, parts()[3])) {
            var plan = stand.plan(FailurePolicy.STOP);
            var read = new AtomicInteger();
            stand.platform.transport().script(_ -> read.getAndIncrement() == 0 ? Fate.FINE : Fate.UNREACHABLE);
            var begun = stand.pace.clock().instant();

            var state = stand.engine().apply(plan, "analyst1");

            assertThat(state.status()).isEqualTo(Status.UNCERTAIN);
            assertThat(Duration.between(begun, stand.pace.clock().instant())).isLessThan(Duration.ofSeconds(10));
        }
    }

    @TestFactory
    Stream<DynamicTest> wherever_undo_is_cut_off_it_is_resumed_to_the_same_end() {
        return cuts(RecoveryTest::stand, Stand::apply, Stand::rollback, (stand) -> {
            var state = stand.resume();

            assertThat(state.status()).isEqualTo(Status.ROLLED_BACK);
            assertThat(stand.world).hasToString("{}");
        });
    }

    @TestFactory
    Stream<DynamicTest> a_failed_action_that_is_to_be_rolled_back_is_so_wherever_it_is_cut_off() {
        var impossible = step("prove").check(Check.look(list()).expect("/all/nothing", "there"));
        return cuts(
                it -> Stand.of(it, lock("door"), counted(), impossible),
                _ -> {},
                stand -> stand.apply(FailurePolicy.ROLLBACK),
                (stand) -> {
                    var state = stand.resume();

                    assertThat(state.status()).isEqualTo(Status.ROLLED_BACK);
                    assertThat(stand.world).hasToString("{}");
                });
    }

    @Test
    void a_call_that_may_not_be_repeated_is_sent_again_only_when_it_is_known_not_to_have_happened() throws Exception {
        try (var stand = Stand.of(folder, counted())) {
            stand.platform.transport().script(first("add n", Fate.CALL_LOST));

            var state = stand.apply();

            assertThat(state.status()).isEqualTo(Status.COMPLETED);
            assertThat(stand.world).hasToString("{n=1}");
            assertThat(stand.pace.now()).isAfterOrEqualTo("2026-01-05T10:00:10Z");
        }
    }

    @Test
    void a_call_that_took_effect_and_whose_answer_was_lost_is_not_sent_again() throws Exception {
        try (var stand = Stand.of(folder, counted())) {
            stand.platform.transport().script(first("add n", Fate.ANSWER_LOST));

            var state = stand.apply();

            assertThat(state.status()).isEqualTo(Status.COMPLETED);
            assertThat(stand.platform.transport().writes()).containsExactly("add n");
        }
    }

    @Test
    void a_call_that_may_not_be_repeated_and_that_no_look_can_settle_goes_to_a_person() throws Exception {
        var blind = step("count").apply(add("n")).none("counted is counted");
        try (var stand = Stand.of(folder, blind)) {
            stand.platform.transport().script(first("add n", Fate.ANSWER_LOST));

            assertThat(stand.apply().status()).isEqualTo(Status.UNCERTAIN);
            assertThat(stand.world).hasToString("{n=1}");
        }
    }

    @Test
    void a_refusal_after_a_lost_answer_does_not_hide_that_the_first_sending_took_effect() throws Exception {
        try (var stand = Stand.of(folder, lock("door"))) {
            var sent = new AtomicInteger();
            stand.platform.transport().script(call -> switch (call.toString()) {
                case "set door locked" -> sent.incrementAndGet() == 1 ? Fate.CRASH_AFTER : Fate.REJECTED;
                default -> Fate.FINE;
            });
            assertThatThrownBy(stand::apply).isInstanceOf(Crash.class);

            var undone = (Rollback.Tried) stand.restart().rollback();

            assertThat(undone.state().status()).isEqualTo(Status.ROLLED_BACK);
            assertThat(stand.world).hasToString("{}");
        }
    }

    @Test
    void members_that_vanished_while_nobody_worked_are_no_failure() throws Exception {
        try (var stand = Stand.of(folder.resolve("x"), parts())) {
            stand.world.set("member-1", "x");
            stand.world.set("left", "over");
            assertThat(cutOff(stand, 12, Fate.CRASH_AFTER, Stand::apply)).isTrue();
            stand.world.remove("member-1");

            var state = stand.restart().resume();

            assertThat(state.status()).isEqualTo(Status.COMPLETED);
        }
    }

    @Test
    void settling_reads_and_sends_nothing_else() throws Exception {
        try (var stand = Stand.of(folder, lock("door"))) {
            stand.platform.transport().script(first("set door locked", Fate.CRASH_AFTER));
            assertThatThrownBy(stand::apply).isInstanceOf(Crash.class);

            var settled = stand.restart().engine().settleInterrupted();

            assertThat(settled).hasSize(1);
            assertThat(settled.getFirst().closed()).isFalse();
            assertThat(stand.platform.transport().writes()).isEmpty();
            assertThat(settled.getFirst()
                            .actions()
                            .values()
                            .iterator()
                            .next()
                            .steps()
                            .values())
                    .allSatisfy(step -> assertThat(step.apply().open()).isFalse());
        }
    }

    private static Function<Call, Fate> first(String words, Fate fate) {
        var seen = new AtomicInteger();
        return call -> call.toString().equals(words) && seen.incrementAndGet() == 1 ? fate : Fate.FINE;
    }

    private interface Doing {
        void on(Stand stand) throws Exception;
    }

    private static Stand stand(Path folder) {
        return Stand.of(folder, lock("frozen").asTemporary(), lock("door"), counted());
    }

    /** One test for each call that {@code doing} makes, cut off before and after it. */
    private Stream<DynamicTest> cuts(Function<Path, Stand> make, Doing before, Doing doing, Doing after) {
        return Stream.of(Fate.CRASH_BEFORE, Fate.CRASH_AFTER)
                .flatMap(fate -> IntStream.range(0, calls(make, before, doing))
                        .mapToObj(i -> DynamicTest.dynamicTest(fate + " at call " + i, () -> {
                            try (var stand = make.apply(Files.createTempDirectory(folder, "stand"))) {
                                before.on(stand);
                                if (cutOff(stand, i, fate, doing)) {
                                    after.on(stand.restart());
                                }
                            }
                        })));
    }

    private int calls(Function<Path, Stand> make, Doing before, Doing doing) {
        try (var stand = make.apply(Files.createTempDirectory(folder, "count"))) {
            before.on(stand);
            var already = stand.platform.transport().calls().size();
            doing.on(stand);
            return stand.platform.transport().calls().size() - already;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** False where it died before anything was accepted: then there is nothing to go on with. */
    private static boolean cutOff(Stand stand, int number, Fate fate, Doing doing) throws Exception {
        var calls = new AtomicInteger();
        stand.platform.transport().script(_ -> calls.getAndIncrement() == number ? fate : Fate.FINE);
        try {
            doing.on(stand);
        } catch (Crash crash) {
            return !stand.journal().runs().isEmpty();
        }
        throw new AssertionError("it was not cut off at call " + number);
    }
}
