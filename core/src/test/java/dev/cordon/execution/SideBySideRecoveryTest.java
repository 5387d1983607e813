package dev.cordon.execution;

import dev.cordon.execution.Playbooks.Kind;
import dev.cordon.journal.RunState;
import dev.cordon.playbook.FailurePolicy;
import dev.cordon.scripted.Crash;
import dev.cordon.scripted.Fate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The process dies while several actions are under way, at every call that any of them makes, and another goes on. */
class SideBySideRecoveryTest {

    private static final Kind FINE = new Kind(0, false, true, 0);
    private static final Kind FAILING = new Kind(0, true, true, 1);
    private static final Kind AFTER_BOTH = new Kind(3, false, true, 2);
    private static final Kind AFTER_THE_FIRST = new Kind(1, false, true, 3);

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> two_actions_side_by_side_and_one_after_them_come_to_their_end() {
        return cuts(new Playbooks(FailurePolicy.STOP, List.of(FINE, new Kind(0, false, true, 1), AFTER_BOTH)));
    }

    @TestFactory
    Stream<DynamicTest> with_a_failing_one_among_them_the_policy_is_obeyed_all_the_same() {
        return Stream.of(FailurePolicy.values())
                .map(policy -> new Playbooks(policy, List.of(FINE, FAILING, AFTER_BOTH, AFTER_THE_FIRST)))
                .flatMap(this::cuts);
    }

    private Stream<DynamicTest> cuts(Playbooks playbook) {
        return Stream.of(Fate.CRASH_BEFORE, Fate.CRASH_AFTER)
                .flatMap(fate -> IntStream.range(0, calls(playbook))
                        .mapToObj(i -> DynamicTest.dynamicTest(
                                playbook.policy() + ", " + fate + " at call " + i, () -> cut(playbook, i, fate))));
    }

    private void cut(Playbooks playbook, int number, Fate fate) throws Exception {
        try (var stand = playbook.stand(Files.createTempDirectory(folder, "stand"))) {
            var plan = stand.planEach(playbook.policy(), playbook.actions());
            var calls = new AtomicInteger();
            stand.platform.transport().script(_ -> calls.getAndIncrement() == number ? fate : Fate.FINE);
            RunState state;
            try {
                state = stand.engine().apply(plan, "analyst1");
            } catch (Crash crash) {
                state = stand.restart().resume();
            }
            var events = stand.journal().read(stand.run()).stream()
                    .map(RunState::event)
                    .toList();
            playbook.holdsOf(state, events, stand.world.all().keySet());
        }
    }

    private int calls(Playbooks playbook) {
        try (var stand = playbook.stand(Files.createTempDirectory(folder, "count"))) {
            var plan = stand.planEach(playbook.policy(), playbook.actions());
            var already = stand.platform.transport().calls().size();
            stand.engine().apply(plan, "analyst1");
            return stand.platform.transport().calls().size() - already;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
