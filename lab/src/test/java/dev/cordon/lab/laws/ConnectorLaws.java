package dev.cordon.lab.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.cordon.execution.Pace;
import dev.cordon.execution.Planner;
import dev.cordon.execution.Rollback;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import dev.cordon.plan.Canonical;
import dev.cordon.plan.Plan;
import dev.cordon.plan.PlannedPlaybook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The seven laws. A connector's test extends this and supplies its cases; each law is tried on each of them, on the
 * real target.
 *
 * <p>Law 5 stops the engine before and after every call that it makes, in apply and in undo, and lets a new engine over
 * the same files go on; {@link KilledProcess} does the same to a real process, at one random point for each case, or at
 * all of them with {@code -Pcrash}.
 */
public abstract class ConnectorLaws {

    @TempDir
    Path folder;

    /** At least one. */
    protected abstract List<LawCase> cases();

    /** Long waits are shortened; a target that really takes its time needs a real one. */
    protected Pace pace() {
        return new HurriedPace();
    }

    @TestFactory
    Stream<DynamicTest> law_1_planning_twice_gives_equal_plans_and_writes_nothing() {
        return each(law -> {
            try (var stand = stand(law)) {
                var before = law.trueState();

                var first = stand.plan();
                var second = stand.plan();

                assertThat(plans(second)).isEqualTo(plans(first));
                assertThat(second.digest()).isEqualTo(first.digest());
                assertThat(stand.tap().passed())
                        .isNotEmpty()
                        .allSatisfy(passed -> assertThat(passed.terms().read()).isTrue());
                assertThat(law.trueState()).isEqualTo(before);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> law_1_a_stored_plan_is_the_plan_that_was_drawn_up() {
        return each(law -> {
            try (var stand = stand(law)) {
                var plan = stand.plan();

                var stored = Canonical.read(Canonical.write(plan), PlannedPlaybook.class);

                assertThat(stored.digest()).isEqualTo(plan.digest());
                assertThat(Canonical.write(stored)).isEqualTo(Canonical.write(plan));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> law_1_a_plan_without_connection_has_every_kind_of_step_and_says_what_it_assumed() {
        return each(law -> {
            try (var stand = stand(law)) {
                var real = StepKinds.of(plan(stand.plan()));
                stand.tap().set(new Tap.Mode.Closed());

                var assumed = plan(LawStand.planned(stand.assume()));

                assertThat(StepKinds.of(assumed)).containsAll(real);
                assertThat(assumed.notes()).isNotEmpty();
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> law_2_checks_tell_the_truth_before_and_after() {
        return each(law -> {
            try (var stand = stand(law)) {
                var plan = stand.plan();
                assertThat(law.inForce()).as("in force before").isFalse();
                Looks.noneIsConfirmed(
                        stand.tap(), plan(plan), LawStand.open(law).views());

                var applied = stand.apply(plan);

                assertThat(applied.status()).as(notes(applied)).isEqualTo(Status.COMPLETED);
                assertThat(law.inForce()).as("in force after").isTrue();
                assertThat(containedAlready(law, stand))
                        .as("contained already: an empty plan, or no target any more where nothing can be undone")
                        .isTrue();
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> law_3_what_may_be_repeated_equals_once_when_sent_twice() {
        return each(law -> {
            String once;
            try (var stand = stand(law)) {
                completed(stand.apply(stand.plan()));
                once = law.trueState();
            }
            try (var stand = stand(law)) {
                var before = law.trueState();
                var plan = stand.plan();
                stand.tap().set(new Tap.Mode.Twice());

                completed(stand.apply(plan));
                assertThat(law.trueState()).isEqualTo(once);

                takenBack(law, stand, before);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> law_3_lost_answers_are_settled_by_looking() {
        return each(law -> {
            try (var stand = stand(law)) {
                var before = law.trueState();
                var plan = stand.plan();
                stand.tap().set(new Tap.Mode.ForgetAnswers());

                completed(stand.apply(plan));
                assertThat(law.inForce()).isTrue();

                takenBack(law, stand, before);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> law_4_undo_restores() {
        return each(law -> {
            try (var stand = stand(law)) {
                var before = law.trueState();
                var facts = stand.plan().actions().getFirst().facts();

                completed(stand.apply(stand.plan()));
                takenBack(law, stand, before);
                if (!law.reversible()) {
                    return;
                }
                assertThat(stand.plan().actions().getFirst().facts()).isEqualTo(facts);
                assertThat(law.inForce()).isFalse();
            }
        });
    }

    @TestFactory
    Stream<DynamicNode> law_5_wherever_the_engine_stops_a_new_one_goes_on() {
        return cases().stream().map(law -> new CutOff(law, folder, this::pace).everywhere());
    }

    @TestFactory
    Stream<DynamicNode> law_5_wherever_the_process_is_killed_a_new_one_goes_on() {
        return cases().stream().map(law -> new KilledProcess(law, folder, this::pace).points());
    }

    @TestFactory
    Stream<DynamicTest> law_6_no_secret_is_written_or_said() {
        return each(law -> {
            var secret = law.secret();
            if (secret.isEmpty()) {
                assertThat(law.environment())
                        .as("a case without a secret has none to hide")
                        .isEmpty();
                return;
            }
            var data = Files.createTempDirectory(folder, "data");
            try (var stand = stand(law, data)) {
                var plan = stand.plan();
                var before = law.trueState();
                completed(stand.apply(plan));
                takenBack(law, stand, before);

                assertThat(Canonical.write(plan)).doesNotContain(secret.get());
                assertThat(stand.events()).doesNotContain(secret.get());
                assertThat(rendered(stand, plan(plan))).doesNotContain(secret.get());
            }
            Secrets.notIn(data, secret.get());
        });
    }

    @TestFactory
    Stream<DynamicTest> law_7_hostile_parameters_are_refused_or_arrive_as_data() {
        return each(law -> {
            try (var stand = stand(law)) {
                var before = law.trueState();
                for (var hostile : Hostile.variantsOf(law.request())) {
                    switch (stand.draw(Hostile.action(law, hostile))) {
                        case Planner.Result.Planned(var plan) -> Hostile.isOnlyData(plan, stand.tap());
                        case Planner.Result.Refused(var refusals) ->
                            assertThat(refusals).isNotEmpty();
                    }
                }
                assertThat(law.trueState()).isEqualTo(before);
            }
        });
    }

    private interface Law {
        void holds(LawCase law) throws Exception;
    }

    private Stream<DynamicTest> each(Law of) {
        return cases().stream().map(law -> dynamicTest(law.name(), () -> of.holds(law)));
    }

    private LawStand stand(LawCase law) throws Exception {
        return stand(law, Files.createTempDirectory(folder, "data"));
    }

    private LawStand stand(LawCase law, Path data) throws Exception {
        law.reset();
        return new LawStand(law, data, pace());
    }

    private static Plan plan(PlannedPlaybook playbook) {
        return playbook.actions().getFirst().plan();
    }

    private static List<String> plans(PlannedPlaybook playbook) {
        return playbook.actions().stream()
                .map(action -> Canonical.write(action.plan()))
                .toList();
    }

    private static String rendered(LawStand stand, Plan plan) {
        var text = new StringBuilder();
        plan.steps()
                .forEach(step -> StepKinds.operations(step)
                        .forEach(it -> text.append(stand.tap().render(it))));
        return text.toString();
    }

    private static boolean containedAlready(LawCase law, LawStand stand) {
        return law.reversible()
                ? plan(stand.plan()).isEmpty()
                : stand.draw(LawStand.action(law)) instanceof Planner.Result.Refused;
    }

    /** Rolled back, and all is as before; or refused, where nothing can be taken back, and nothing more was done. */
    private static void takenBack(LawCase law, LawStand stand, String before) throws Exception {
        if (law.reversible()) {
            rolledBack(stand.rollback());
            assertThat(law.trueState()).isEqualTo(before);
            return;
        }
        var applied = law.trueState();
        assertThat(stand.tryRollback()).isInstanceOf(Rollback.Refused.class);
        assertThat(law.trueState()).isEqualTo(applied);
    }

    static void completed(RunState state) {
        assertThat(state.status()).as(notes(state)).isEqualTo(Status.COMPLETED);
    }

    static void rolledBack(RunState state) {
        assertThat(state.status()).as(notes(state)).isEqualTo(Status.ROLLED_BACK);
    }

    static String notes(RunState state) {
        return state.actions().values().stream()
                .map(action -> action.status().word() + ": " + action.note())
                .toList()
                .toString();
    }
}
