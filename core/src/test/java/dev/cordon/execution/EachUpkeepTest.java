package dev.cordon.execution;

import static dev.cordon.plan.Each.each;
import static dev.cordon.plan.Step.step;
import static dev.cordon.scripted.ScriptedPlatform.list;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.action.ActionId;
import dev.cordon.action.FirewallBlock;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import dev.cordon.operation.Command;
import dev.cordon.operation.Terms;
import dev.cordon.operation.Value;
import dev.cordon.plan.Check;
import dev.cordon.plan.Draft;
import dev.cordon.plan.Each;
import dev.cordon.plan.Plan;
import dev.cordon.plan.Read;
import dev.cordon.playbook.FailurePolicy;
import dev.cordon.scripted.Call;
import dev.cordon.scripted.Crash;
import dev.cordon.scripted.Fate;
import dev.cordon.scripted.Script;
import dev.cordon.scripted.ScriptedPlatform;
import dev.cordon.scripted.ScriptedPlatform.Seen;
import dev.cordon.scripted.Stand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Members that come and go while an action is in force. */
class EachUpkeepTest {

    private static final ActionId A = new ActionId("a");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** What one round asks and sends where one member went and another came. */
    private static final int CALLS = 6;

    @TempDir
    Path folder;

    private Stand stand;
    private int stands;

    @BeforeEach
    void open() {
        begin(marked().every(MINUTE).follow());
    }

    @AfterEach
    void close() {
        stand.close();
    }

    @Test
    void a_new_member_gets_the_steps_when_its_time_has_come() throws Exception {
        apply("member-1");
        stand.world.set("member-2", "b");

        assertThat(stand.vigils().keep()).isEmpty();
        assertThat(later()).singleElement().isEqualTo(new Watched.Followed(stand.run(), A, 1, 0));

        assertThat(marks()).containsExactly("mark-member-1", "mark-member-2");
    }

    @Test
    void where_nothing_is_new_nothing_is_sent_and_the_journal_does_not_grow() throws Exception {
        apply("member-1");
        var entries = stand.journal().read(stand.run()).size();

        assertThat(later()).singleElement().isInstanceOf(Watched.InForce.class);

        assertThat(stand.journal().read(stand.run())).hasSize(entries);
    }

    @Test
    void a_member_that_is_not_found_any_more_is_undone() throws Exception {
        apply("member-1", "member-2");
        stand.world.remove("member-1");

        assertThat(later()).singleElement().isEqualTo(new Watched.Followed(stand.run(), A, 0, 1));

        assertThat(marks()).containsExactly("mark-member-2");
    }

    @Test
    void a_member_that_is_not_found_any_more_stays_where_the_plan_does_not_follow() throws Exception {
        begin(marked().every(MINUTE));
        apply("member-1");
        stand.world.remove("member-1");

        assertThat(later()).singleElement().isInstanceOf(Watched.InForce.class);

        assertThat(marks()).containsExactly("mark-member-1");
    }

    @Test
    void a_member_that_comes_back_gets_the_steps_as_a_new_attempt_and_can_be_undone_again() throws Exception {
        apply("member-1");
        stand.world.remove("member-1");
        later();
        stand.world.set("member-1", "other");

        assertThat(later()).singleElement().isEqualTo(new Watched.Followed(stand.run(), A, 1, 0));

        assertThat(marks()).containsExactly("mark-member-1");
        assertThat(state().action(A)
                        .membersOf("member")
                        .get("member-1")
                        .at("/value")
                        .stringValue())
                .isEqualTo("other");
        stand.rollback();
        assertThat(marks()).isEmpty();
        assertThat(state().action(A).status()).isEqualTo(Status.ROLLED_BACK);
    }

    @Test
    void a_look_that_fails_releases_nothing() throws Exception {
        apply("member-1");
        stand.world.remove("member-1");
        answer(call -> call.toString().equals("list") ? Fate.REJECTED : Fate.FINE);

        assertThat(later()).singleElement().isInstanceOf(Watched.CouldNotLook.class);

        assertThat(marks()).containsExactly("mark-member-1");
    }

    @Test
    void more_members_than_the_bound_are_left_to_a_person() throws Exception {
        begin(marked().atMost(2).every(MINUTE));
        apply("member-1");
        stand.world.set("member-2", "b");
        stand.world.set("member-3", "c");

        assertThat(later())
                .singleElement()
                .isInstanceOfSatisfying(
                        Watched.AsksAPerson.class,
                        asks -> assertThat(asks.why()).contains("more than 2 members"));

        assertThat(marks()).containsExactly("mark-member-1");
    }

    @Test
    void a_new_member_that_is_protected_is_left_alone_and_the_others_are_not() throws Exception {
        apply("member-1");
        stand.guard = GuardedTest.sparing("member-2");
        stand.world.set("member-2", "b");
        stand.world.set("member-3", "c");

        assertThat(later()).singleElement().isInstanceOf(Watched.AsksAPerson.class);

        assertThat(marks()).containsExactly("mark-member-1", "mark-member-3");
    }

    @Test
    void a_rollback_undoes_what_was_found_later_too_and_ends_the_finding() throws Exception {
        apply("member-1");
        stand.world.set("member-2", "b");
        later();

        stand.rollback();
        stand.world.set("member-3", "c");

        assertThat(later()).isEmpty();
        assertThat(marks()).isEmpty();
        assertThat(state().action(A).status()).isEqualTo(Status.ROLLED_BACK);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void wherever_its_process_dies_the_next_one_comes_to_the_same_end(int calls) throws Exception {
        for (var death : List.of(Fate.CRASH_BEFORE, Fate.CRASH_AFTER)) {
            begin(marked().every(MINUTE).follow());
            apply("member-1", "member-2");
            stand.world.remove("member-1");
            stand.world.set("member-3", "c");
            dieAfter(calls, death);

            stand.pace.forward(MINUTE);
            var died = died();
            stand.restart().vigils().keep();

            assertThat(died).isEqualTo(calls < CALLS);
            assertThat(marks()).containsExactly("mark-member-2", "mark-member-3");
            stand.rollback();
            assertThat(marks()).isEmpty();
            assertThat(state().action(A).status()).isEqualTo(Status.ROLLED_BACK);
        }
    }

    @Test
    void a_member_that_somebody_undid_is_drift() throws Exception {
        apply("member-1", "member-2");
        stand.world.remove("mark-member-2");
        stand.pace.forward(Duration.ofMinutes(15));

        assertThat(stand.vigils().keep())
                .filteredOn(Watched.Drifted.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        Watched.Drifted.class,
                        drifted -> assertThat(drifted.what()).isEqualTo("mark [member-2]"));
    }

    private static Each marked() {
        return each("member", Read.of(list()).as("members"))
                .asset("member", "/key")
                .steps(step("mark")
                        .apply(command(Terms.write(ScriptedPlatform.NAME), "set", Value.of("on")))
                        .undo(command(Terms.write(ScriptedPlatform.NAME), "remove"))
                        .check(Check.look(command(Terms.read(ScriptedPlatform.NAME), "get"))
                                .expect("/value", "on")));
    }

    private static Command command(Terms terms, String word, Value... more) {
        var words = Stream.concat(Stream.of(Value.of(word), Value.item("/mark")), Stream.of(more));
        return new Command(terms, words.toList(), null, List.of(0));
    }

    /** Its facts are the marks alone: members come and go. */
    private void begin(Each each) {
        if (stand != null) {
            stand.close();
        }
        var plan = Plan.of(each);
        stand = new Stand(folder.resolve("stand" + stands++), new Script() {
            @Override
            public boolean concerns(FirewallBlock request, String name) {
                return name.startsWith("mark-");
            }

            @Override
            public Draft plan(FirewallBlock request, Seen seen) {
                return plan;
            }
        });
    }

    private void apply(String... members) throws InterruptedException {
        for (var member : members) {
            stand.world.set(member, "a");
        }
        assertThat(stand.apply(FailurePolicy.STOP).status()).isEqualTo(Status.COMPLETED);
    }

    private List<Watched> later() throws InterruptedException {
        stand.pace.forward(MINUTE);
        return stand.vigils().keep();
    }

    private void dieAfter(int calls, Fate death) {
        var left = new AtomicInteger(calls);
        answer(_ -> left.getAndDecrement() == 0 ? death : Fate.FINE);
    }

    private boolean died() throws InterruptedException {
        try {
            stand.vigils().keep();
            return false;
        } catch (Crash e) {
            return true;
        }
    }

    private List<String> marks() {
        return stand.world.all().keySet().stream()
                .filter(name -> name.startsWith("mark-"))
                .toList();
    }

    private void answer(Function<Call, Fate> fates) {
        stand.platform.transport().script(fates);
    }

    private RunState state() {
        return RunState.fold(stand.journal().read(stand.run())).orElseThrow();
    }
}
