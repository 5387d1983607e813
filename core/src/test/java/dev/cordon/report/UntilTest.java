package dev.cordon.report;

import static dev.cordon.plan.Step.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.action.BlockTarget;
import dev.cordon.action.Cidr;
import dev.cordon.action.FirewallBlock;
import dev.cordon.action.Reason;
import dev.cordon.journal.Event;
import dev.cordon.journal.Status;
import dev.cordon.paper.PaperPlan;
import dev.cordon.paper.PaperRun;
import dev.cordon.plan.Asset;
import dev.cordon.plan.Plan;
import dev.cordon.plan.PlannedAction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a person reads about an end. */
class UntilTest {

    private static final Duration TWO_HOURS = Duration.ofHours(2);
    private static final FirewallBlock REQUEST = new FirewallBlock(
            new BlockTarget.Addresses(Cidr.parse("198.51.100.1")),
            FirewallBlock.Direction.BOTH,
            new Reason("C2 server"),
            0);

    @Test
    void what_a_worker_has_to_end_says_how_much_is_left() {
        var run = completed(block(TWO_HOURS));

        assertThat(said(run, PaperRun.START.plusSeconds(3)))
                .isEqualTo("2026-01-05T12:00:03Z, 2h left; then 'cordon work' undoes it");
        assertThat(said(run, PaperRun.START.plusSeconds(63).plusMillis(1)))
                .isEqualTo("2026-01-05T12:00:03Z, 1h59m left; then 'cordon work' undoes it");
    }

    @Test
    void what_the_platform_ends_says_so() {
        assertThat(said(completed(PaperPlan.block()), PaperRun.START.plusSeconds(3)))
                .isEqualTo("2026-01-06T10:00:03Z, 1d left; then the platform itself ends it");
    }

    @Test
    void what_is_overdue_says_since_when_and_who_would_undo_it() {
        assertThat(said(
                        completed(block(TWO_HOURS)),
                        PaperRun.START.plus(TWO_HOURS).plusSeconds(3)))
                .isEqualTo("overdue since 2026-01-05T12:00:03Z: 'cordon work' undoes it");
    }

    @Test
    void what_waits_says_for_what() {
        var run =
                completed(block(TWO_HOURS)).add(new Event.Waits(block(TWO_HOURS).id(), "x lies on top of it"));

        assertThat(said(run, PaperRun.START.plus(TWO_HOURS).plusSeconds(3)))
                .isEqualTo("overdue since 2026-01-05T12:00:03Z: x lies on top of it");
    }

    @Test
    void an_undo_that_was_kept_says_how_often_it_was_tried_and_when_again() {
        var action = block(TWO_HOURS);
        var run = completed(action)
                .add(new Event.Undoing(action.id(), "expiry"))
                .add(new Event.Stands(action.id(), Status.ROLLING_BACK, "kept, to be tried again: element: no"));

        assertThat(said(run, PaperRun.START.plus(TWO_HOURS)))
                .matches(
                        "overdue since 2026-01-05T10:00:05Z, tried 1 time, again at 2026-01-05T10:01:\\d\\d(\\.\\d+)?Z:"
                                + " kept, to be tried again: element: no");
    }

    @Test
    void what_has_no_end_says_nothing() {
        var run = completed(block(null)).state();

        assertThat(Until.of(run, run.plan().actions().getFirst(), PaperRun.START))
                .isEmpty();
    }

    private static PlannedAction block(@Nullable Duration ttl) {
        var element = step("element")
                .touches(new Asset(PaperPlan.EDGE, "address", "198.51.100.1", List.of()))
                .apply(PaperPlan.write(PaperPlan.EDGE, "add"))
                .undo(PaperPlan.write(PaperPlan.EDGE, "delete"));
        return PaperPlan.action("b", REQUEST, PaperPlan.EDGE, ttl, "x", "{}", "{}", Plan.of(element));
    }

    private static PaperRun completed(PlannedAction action) {
        return new PaperRun(action)
                .add(new Event.Began(action.id()))
                .add(new Event.Stands(action.id(), Status.COMPLETED, ""));
    }

    private static String said(PaperRun run, Instant now) {
        var state = run.state();
        return Until.of(state, state.plan().actions().getFirst(), now)
                .orElseThrow()
                .inWords();
    }
}
