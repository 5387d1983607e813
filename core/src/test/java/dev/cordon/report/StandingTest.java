package dev.cordon.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.journal.Event;
import dev.cordon.journal.Status;
import dev.cordon.paper.PaperPlan;
import dev.cordon.paper.PaperRun;
import dev.cordon.plan.Plan;
import dev.cordon.plan.PlannedAction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final PlannedAction BLOCK = PaperPlan.block();

    @Test
    void an_action_that_has_not_begun_changed_nothing() {
        assertThat(now(new PaperRun(BLOCK))).isEqualTo(new Standing.Untouched());
    }

    @Test
    void what_was_sent_is_under_way_until_the_action_comes_to_rest() {
        assertThat(now(sent())).isEqualTo(new Standing.UnderWay());
        assertThat(now(sent().add(stands(Status.FAILED)))).isEqualTo(new Standing.InPart());
        assertThat(now(sent().add(stands(Status.UNCERTAIN)))).isEqualTo(new Standing.Unclear());
    }

    @Test
    void a_completed_action_is_in_force_until_the_platforms_own_timeout_counted_from_the_answer() {
        var answered = PaperRun.START.plusSeconds(4);
        var ends = answered.plus(Duration.ofHours(24));

        assertThat(at(ends.minusSeconds(1), completed()))
                .isEqualTo(new Standing.InForce(PaperRun.START.plusSeconds(6), Optional.of(ends)));
        assertThat(at(ends, completed())).isEqualTo(new Standing.Released(ends));
    }

    @Test
    void what_had_been_in_force_before_is_not_ours() {
        var empty = PaperPlan.action("e", PaperPlan.BLOCK, PaperPlan.EDGE, null, "x", "{}", "{}", Plan.nothingToDo());
        var run = new PaperRun(empty).add(new Event.Stands(empty.id(), Status.COMPLETED, ""));

        assertThat(Standing.of(empty, run.state().action(empty.id()), PaperRun.START))
                .isEqualTo(new Standing.AlreadyInForce());
    }

    @Test
    void an_undo_that_has_begun_is_not_complete_before_the_action_is_rolled_back() {
        var run = completed().add(new Event.Undoing(BLOCK.id(), "analyst1"));

        assertThat(now(run)).isEqualTo(new Standing.UndoUnfinished());
        assertThat(now(run.add(stands(Status.ROLLED_BACK))))
                .isEqualTo(new Standing.Undone(PaperRun.START.plusSeconds(8)));
    }

    private static PaperRun sent() {
        return new PaperRun(BLOCK)
                .add(new Event.Began(BLOCK.id()))
                .add(PaperRun.intended(BLOCK, "element", PaperPlan.write(PaperPlan.EDGE, "add")));
    }

    private static PaperRun completed() {
        return sent().add(PaperRun.answered(BLOCK, "element"))
                .add(PaperRun.confirmed(BLOCK, "element"))
                .add(stands(Status.COMPLETED));
    }

    private static Event stands(Status status) {
        return new Event.Stands(BLOCK.id(), status, "");
    }

    private static Standing now(PaperRun run) {
        return at(PaperRun.START, run);
    }

    private static Standing at(Instant now, PaperRun run) {
        return Standing.of(BLOCK, run.state().action(BLOCK.id()), now);
    }
}
