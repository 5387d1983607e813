package dev.cordon.execution;

import static dev.cordon.execution.Lock.lock;
import static dev.cordon.plan.Each.each;
import static dev.cordon.plan.Step.step;
import static dev.cordon.scripted.ScriptedPlatform.asset;
import static dev.cordon.scripted.ScriptedPlatform.list;
import static dev.cordon.scripted.ScriptedPlatform.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.action.ActionId;
import dev.cordon.plan.Asset;
import dev.cordon.plan.Check;
import dev.cordon.plan.Each;
import dev.cordon.plan.Plan;
import dev.cordon.plan.Read;
import dev.cordon.scripted.ScriptedPlatform;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TurnsTest {

    private static final ActionId A = new ActionId("a");
    private static final ActionId B = new ActionId("b");

    @Test
    void actions_on_different_things_wait_for_nobody() {
        var turns = Turns.of(
                List.of(PlannedActions.of("a", Plan.of(lock("door"))), PlannedActions.of("b", Plan.of(lock("gate")))));

        assertThat(turns.before(A)).isEmpty();
        assertThat(turns.before(B)).isEmpty();
    }

    @Test
    void an_action_waits_for_those_that_it_comes_after() {
        var turns = Turns.of(List.of(
                PlannedActions.of("a", Plan.of(lock("door"))), PlannedActions.of("b", Plan.of(lock("gate")), "a")));

        assertThat(turns.before(B)).isEqualTo(Set.of(A));
    }

    @Test
    void of_two_actions_on_one_asset_the_later_waits_whatever_people_call_it() {
        var named = step("paint")
                .touches(new Asset(ScriptedPlatform.NAME, "thing", "door", List.of("the front door")))
                .apply(set("door", "red"))
                .none("painted");

        var turns = Turns.of(
                List.of(PlannedActions.of("a", Plan.of(lock("door"))), PlannedActions.of("b", Plan.of(named))));

        assertThat(turns.before(A)).isEmpty();
        assertThat(turns.before(B)).isEqualTo(Set.of(A));
    }

    @Test
    void an_action_that_lies_on_top_of_an_asset_works_on_it_as_well() {
        var turns = Turns.of(List.of(
                PlannedActions.of("a", Plan.nothingToDo(asset("door"))),
                PlannedActions.of("b", Plan.of(lock("door")))));

        assertThat(turns.before(B)).isEqualTo(Set.of(A));
    }

    @Test
    void two_that_may_find_members_of_one_kind_take_turns() {
        var turns = Turns.of(List.of(
                PlannedActions.of("a", Plan.of(members("session"))),
                PlannedActions.of("b", Plan.of(members("session"))),
                PlannedActions.of("c", Plan.of(members("message")))));

        assertThat(turns.before(B)).isEqualTo(Set.of(A));
        assertThat(turns.before(new ActionId("c"))).isEmpty();
    }

    @Test
    void one_that_may_find_an_asset_takes_turns_with_one_that_works_on_it() {
        var turns = Turns.of(List.of(
                PlannedActions.of("a", Plan.of(lock("door"))), PlannedActions.of("b", Plan.of(members("thing")))));

        assertThat(turns.before(B)).isEqualTo(Set.of(A));
    }

    @Test
    void an_order_in_which_somebody_would_wait_for_ever_is_refused() {
        assertThatThrownBy(() -> Turns.of(List.of(
                        PlannedActions.of("a", Plan.of(lock("door")), "b"),
                        PlannedActions.of("b", Plan.of(lock("gate"))))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a does not stand behind all that it comes after");
    }

    private static Each members(String kind) {
        return each(kind, Read.of(list()).as("members"))
                .steps(step("end " + kind).check(Check.look(list()).expect("/all/left", "over")));
    }
}
