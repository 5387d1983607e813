package dev.cordon.execution;

import static dev.cordon.execution.Lock.lock;
import static dev.cordon.scripted.ScriptedPlatform.asset;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.execution.Playbooks.Kind;
import dev.cordon.journal.RunState;
import dev.cordon.plan.Planned;
import dev.cordon.playbook.FailurePolicy;
import dev.cordon.scripted.Crash;
import dev.cordon.scripted.Fate;
import dev.cordon.scripted.Stand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** Whatever the order of a playbook, whatever fails in it, and wherever it is cut off. */
class PlaybookProperties {

    private Path folder = Path.of("");

    @BeforeProperty
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("playbooks");
    }

    @AfterProperty
    void removeFolder() throws IOException {
        try (var all = Files.walk(folder)) {
            for (var one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }

    /** No operation ever goes to what is protected, whatever the plan and the list: planned, or approved before. */
    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void nothing_protected_is_ever_written_to(
            @ForAll @Size(min = 1, max = 4) Set<@IntRange(max = 5) Integer> doors,
            @ForAll @Size(max = 3) Set<@IntRange(max = 5) Integer> spared,
            @ForAll boolean approvedBefore)
            throws Exception {
        var parts = doors.stream()
                .map(PlaybookProperties::door)
                .map(door -> (Planned) lock(door).touches(asset(door)))
                .toArray(Planned[]::new);
        try (var stand = Stand.of(Files.createTempDirectory(folder, "stand"), parts)) {
            var guard = GuardedTest.sparing(
                    spared.stream().map(PlaybookProperties::door).toArray(String[]::new));
            var before = stand.plan(FailurePolicy.STOP);
            stand.guard = guard;
            var mayBeApplied = approvedBefore
                    || stand.draw(FailurePolicy.STOP, Stand.action("a")) instanceof Planner.Result.Planned;

            if (mayBeApplied) {
                stand.engine().apply(before, "analyst1");
            }

            assertThat(doors.stream().anyMatch(spared::contains))
                    .isEqualTo(stand.platform.transport().writes().isEmpty());
        }
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void a_run_is_what_its_policy_says(@ForAll FailurePolicy policy, @ForAll("kinds") List<Kind> kinds)
            throws Exception {
        var playbook = new Playbooks(policy, kinds);
        try (var stand = playbook.stand(Files.createTempDirectory(folder, "stand"))) {
            var state = stand.engine().apply(stand.planEach(policy, playbook.actions()), "analyst1");

            holds(playbook, stand, state);
        }
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void a_run_that_was_cut_off_and_resumed_is_so_too(
            @ForAll FailurePolicy policy,
            @ForAll("kinds") List<Kind> kinds,
            @ForAll @IntRange(max = 30) int number,
            @ForAll boolean after)
            throws Exception {
        var playbook = new Playbooks(policy, kinds);
        try (var stand = playbook.stand(Files.createTempDirectory(folder, "stand"))) {
            var plan = stand.planEach(policy, playbook.actions());
            var calls = new AtomicInteger();
            var crash = after ? Fate.CRASH_AFTER : Fate.CRASH_BEFORE;
            stand.platform.transport().script(_ -> calls.getAndIncrement() == number ? crash : Fate.FINE);
            RunState state;
            try {
                state = stand.engine().apply(plan, "analyst1");
            } catch (Crash died) {
                state = stand.restart().resume();
            }

            holds(playbook, stand, state);
        }
    }

    private static void holds(Playbooks playbook, Stand stand, RunState state) {
        var entries = stand.journal().read(stand.run());
        assertThat(RunState.fold(entries))
                .hasValueSatisfying(it -> assertThat(it.actions().keySet())
                        .isEqualTo(state.actions().keySet()));
        playbook.holdsOf(
                state,
                entries.stream().map(RunState::event).toList(),
                stand.world.all().keySet());
    }

    @Provide
    Arbitrary<List<Kind>> kinds() {
        var seldom = Arbitraries.of(true, false, false);
        var kind = Combinators.combine(
                        Arbitraries.integers().between(0, 63),
                        seldom,
                        Arbitraries.of(true, true, false),
                        Arbitraries.integers().between(0, 4))
                .as(Kind::new);
        return kind.list().ofMinSize(1).ofMaxSize(6);
    }

    private static String door(int number) {
        return "door-" + number;
    }
}
