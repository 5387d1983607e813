package dev.cordon.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.cordon.execution.Playbooks.Kind;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import dev.cordon.playbook.FailurePolicy;
import dev.cordon.scripted.Crash;
import dev.cordon.scripted.Fate;
import dev.cordon.scripted.Stand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The process dies while several actions are under way, at every call that any of them makes, and another goes on. */
class SideBySideRecoveryTest {

    private static final Kind FINE = new Kind(0, false, true, 0);
    private static final Kind ALSO_FINE = new Kind(0, false, true, 1);
    private static final Kind FAILING = new Kind(0, true, true, 1);
    private static final Kind AFTER_BOTH = new Kind(3, false, true, 2);
    private static final Kind AFTER_THE_FIRST = new Kind(1, false, true, 3);

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> two_actions_side_by_side_and_one_after_them_come_to_their_end() {
        return cuts(new Playbooks(FailurePolicy.STOP, List.of(FINE, ALSO_FINE, AFTER_BOTH)));
    }

    @TestFactory
    Stream<DynamicTest> with_a_failing_one_among_them_the_policy_is_obeyed_all_the_same() {
        return Stream.of(FailurePolicy.values())
                .map(policy -> new Playbooks(policy, List.of(FINE, FAILING, AFTER_BOTH, AFTER_THE_FIRST)))
                .flatMap(this::cuts);
    }

    @TestFactory
    Stream<DynamicTest> a_rollback_of_several_actions_is_resumed_to_its_end() {
        var playbook = new Playbooks(FailurePolicy.STOP, List.of(FINE, ALSO_FINE, AFTER_BOTH));
        return crashes(callsOfRollback(playbook))
                .map(crash -> dynamicTest(crash.toString(), () -> {
                    try (var stand = applied(playbook)) {
                        var died = crash.in(stand, stand::rollback).isEmpty();

                        var state = stand.restart().resume();

                        assertThat(died).isTrue();
                        assertThat(state.status()).isEqualTo(Status.ROLLED_BACK);
                        assertThat(stand.world).hasToString("{}");
                    }
                }));
    }

    private Stream<DynamicTest> cuts(Playbooks playbook) {
        return crashes(callsOfApply(playbook))
                .map(crash -> dynamicTest(playbook.policy() + ", " + crash, () -> cut(playbook, crash)));
    }

    private void cut(Playbooks playbook, CrashAt crash) throws Exception {
        try (var stand = stand(playbook)) {
            var plan = stand.planEach(playbook.policy(), playbook.actions());
            var ended = crash.in(stand, () -> stand.engine().apply(plan, "analyst1"));
            var state = ended.isPresent() ? ended.get() : stand.restart().resume();

            var events = stand.journal().read(stand.run()).stream()
                    .map(RunState::event)
                    .toList();
            playbook.holdsOf(state, events, stand.world.all().keySet());
        }
    }

    /** The process dies at this call. */
    private record CrashAt(int number, Fate fate) {

        /** Empty where it died. */
        <T> Optional<T> in(Stand stand, Callable<T> work) throws Exception {
            var calls = new AtomicInteger();
            stand.platform.transport().script(_ -> calls.getAndIncrement() == number ? fate : Fate.FINE);
            try {
                return Optional.of(work.call());
            } catch (Crash crash) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return fate + " at call " + number;
        }
    }

    private static Stream<CrashAt> crashes(int calls) {
        return IntStream.range(0, calls)
                .boxed()
                .flatMap(i -> Stream.of(new CrashAt(i, Fate.CRASH_BEFORE), new CrashAt(i, Fate.CRASH_AFTER)));
    }

    private int callsOfApply(Playbooks playbook) {
        try (var stand = stand(playbook)) {
            var plan = stand.planEach(playbook.policy(), playbook.actions());
            return calls(stand, () -> stand.engine().apply(plan, "analyst1"));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private int callsOfRollback(Playbooks playbook) {
        try (var stand = applied(playbook)) {
            return calls(stand, stand::rollback);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static int calls(Stand stand, Callable<?> work) throws Exception {
        var already = stand.platform.transport().calls().size();
        work.call();
        return stand.platform.transport().calls().size() - already;
    }

    private Stand applied(Playbooks playbook) throws Exception {
        var stand = stand(playbook);
        stand.engine().apply(stand.planEach(playbook.policy(), playbook.actions()), "analyst1");
        return stand;
    }

    private Stand stand(Playbooks playbook) throws IOException {
        return playbook.stand(Files.createTempDirectory(folder, "stand"));
    }
}
