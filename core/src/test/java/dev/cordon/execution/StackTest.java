package dev.cordon.execution;

import static dev.cordon.execution.Lock.lock;
import static dev.cordon.plan.Step.step;
import static dev.cordon.scripted.ScriptedPlatform.asset;
import static dev.cordon.scripted.ScriptedPlatform.list;
import static dev.cordon.scripted.ScriptedPlatform.remove;
import static dev.cordon.scripted.ScriptedPlatform.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.action.ActionId;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import dev.cordon.plan.Check;
import dev.cordon.plan.Each;
import dev.cordon.plan.Plan;
import dev.cordon.plan.Read;
import dev.cordon.playbook.FailurePolicy;
import dev.cordon.scripted.Fate;
import dev.cordon.scripted.Script;
import dev.cordon.scripted.Stand;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies on top of what, as the journal tells. */
final class StackTest {

    @TempDir
    Path folder;

    private Plan next;
    private Stand stand;

    @BeforeEach
    void open() {
        stand = new Stand(folder, _ -> next);
    }

    @AfterEach
    void close() {
        stand.close();
    }

    @Test
    void a_later_action_in_force_on_the_same_asset_lies_on_top() throws Exception {
        var below = apply(Plan.of(lock("door")));
        var top = apply(Plan.of(lock("door")));

        assertThat(above(below))
                .hasValue("a of " + top.id() + " lies on top of it, on thing door on scripted; roll that back first:"
                        + " cordon rollback " + top.id());
        assertThat(above(top)).isEmpty();
    }

    @Test
    void an_effect_that_was_found_in_force_lies_on_top_as_well() throws Exception {
        var below = apply(Plan.of(lock("door")));
        var top = apply(Plan.nothingToDo(asset("door")));

        assertThat(above(below)).hasValueSatisfying(said -> assertThat(said).contains(top.id() + " lies on top"));
    }

    @Test
    void what_was_rolled_back_lies_on_nothing() throws Exception {
        var below = apply(Plan.of(lock("door")));
        apply(Plan.nothingToDo(asset("door")));
        stand.rollback();

        assertThat(above(below)).isEmpty();
    }

    @Test
    void another_asset_is_another_stack() throws Exception {
        var below = apply(Plan.of(lock("door")));
        apply(Plan.of(lock("gate")));

        assertThat(above(below)).isEmpty();
    }

    @Test
    void what_failed_without_changing_anything_lies_on_nothing() throws Exception {
        var below = apply(Plan.of(lock("door")));
        stand.platform.transport().script(call -> call.read() ? Fate.FINE : Fate.REJECTED);
        var failed = apply(Plan.of(lock("door")));

        assertThat(failed.status()).isEqualTo(Status.FAILED);
        assertThat(above(below)).isEmpty();
    }

    @Test
    void what_failed_half_done_lies_on_top() throws Exception {
        var below = apply(Plan.of(lock("door")));
        stand.platform
                .transport()
                .script(call -> call.toString().equals("set gate locked") ? Fate.REJECTED : Fate.FINE);
        var half = apply(Plan.of(lock("door"), lock("gate")));

        assertThat(half.status()).isEqualTo(Status.FAILED);
        assertThat(above(below)).hasValueSatisfying(said -> assertThat(said).contains(half.id() + " lies on top"));
    }

    @Test
    void what_was_found_late_lies_below_and_on_top_like_what_was_planned() throws Exception {
        stand.world.set("member-1", "there");
        var below = apply(Plan.of(markMembers("below")));
        var top = apply(Plan.of(markMembers("top")));

        assertThat(above(below))
                .hasValueSatisfying(
                        said -> assertThat(said).contains("a of " + top.id() + " lies on top", "thing member-1"));
        assertThat(above(top)).isEmpty();
    }

    @Test
    void within_one_run_what_began_later_lies_on_top_and_is_undone_first() throws Exception {
        stand.close();
        stand = new Stand(
                folder.resolve("one"),
                Script.several(Map.of(
                        "a", Plan.of(markMembers("a.mark")),
                        "b", Plan.of(lock("b.door").touches(asset("member-1"))))));
        stand.world.set("member-1", "there");
        var run = stand.apply(FailurePolicy.STOP, Stand.action("a"), Stand.action("b", "a"));
        assertThat(run.status()).isEqualTo(Status.COMPLETED);

        assertThat(rollback(run, "a"))
                .isEqualTo(
                        new Rollback.Refused("b of " + run.id() + " lies on top of it, on thing member-1 on scripted;"
                                + " roll that back first: cordon rollback " + run.id() + "/b"));
        assertThat(rollback(run, "b")).isInstanceOf(Rollback.Tried.class);
        assertThat(rollback(run, "a")).isInstanceOf(Rollback.Tried.class);
        assertThat(stand.world).hasToString("{member-1=there}");
    }

    private Rollback rollback(RunState run, String action) throws InterruptedException {
        return stand.engine().rollback(run.id(), List.of(new ActionId(action)), "analyst1");
    }

    private static Each markMembers(String mark) {
        return Each.each("members", Read.of(list()).as("members"))
                .asset("thing", "/key")
                .steps(step("mark")
                        .touches(asset(mark))
                        .apply(set(mark, "x"))
                        .undo(remove(mark))
                        .check(Check.look(list()).expect("/all/" + mark, "x")));
    }

    private RunState apply(Plan plan) throws InterruptedException {
        next = plan;
        return stand.apply();
    }

    private Optional<String> above(RunState run) {
        return new Stack(stand.journal()).above(run, run.plan().actions());
    }
}
