package dev.cordon.execution;

import static dev.cordon.execution.Lock.lock;
import static dev.cordon.scripted.Stand.action;
import static dev.cordon.scripted.Stand.lasting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.action.ActionId;
import dev.cordon.action.Reason;
import dev.cordon.journal.RunState;
import dev.cordon.plan.Plan;
import dev.cordon.playbook.FailurePolicy;
import dev.cordon.scripted.Stand;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Moving the end of what is in force. */
class ExtensionTest {

    private static final ActionId A = new ActionId("a");
    private static final Duration HOUR = Duration.ofHours(1);

    private Plan next = Plan.of(lock("door"));
    private Stand stand;

    @BeforeEach
    void open(@TempDir Path folder) {
        stand = new Stand(folder, _ -> next);
    }

    @AfterEach
    void close() {
        stand.close();
    }

    @Test
    void a_moved_end_holds_also_after_a_restart() throws Exception {
        apply(HOUR);

        assertThat(later(HOUR)).isInstanceOf(Extension.Result.Moved.class);
        stand.restart().pace.forward(HOUR.plusMinutes(59));
        assertThat(undoDue()).isEmpty();
        stand.pace.forward(Duration.ofMinutes(1));

        assertThat(undoDue()).singleElement().isInstanceOf(Timers.Result.Undone.class);
    }

    @Test
    void two_extensions_add_up() throws Exception {
        var run = apply(HOUR);
        var before = end(run);

        later(HOUR);
        later(HOUR);

        assertThat(end(run)).isEqualTo(before.plus(HOUR.multipliedBy(2)));
    }

    @Test
    void what_has_no_end_can_be_given_one() throws Exception {
        var run = stand.apply();
        var at = stand.pace.now().plus(HOUR);

        assertThat(refusal(later(HOUR))).contains("has no end yet");
        assertThat(move(new Extension.To.At(at))).isInstanceOf(Extension.Result.Moved.class);

        assertThat(end(run)).isEqualTo(at);
    }

    @Test
    void an_end_in_the_past_is_refused() throws Exception {
        apply(HOUR);

        assertThat(refusal(move(new Extension.To.At(stand.pace.now())))).contains("over already", "cordon rollback");
    }

    @Test
    void what_the_platform_itself_ends_is_refused() throws Exception {
        next = Plan.of(lock("door").releasedAfter(HOUR));
        stand.apply();

        assertThat(refusal(later(HOUR))).contains("'scripted' itself ends it", "apply it again");
    }

    @Test
    void what_was_rolled_back_has_no_end_to_move() throws Exception {
        apply(HOUR);
        stand.rollback();

        assertThat(refusal(later(HOUR))).contains("a is rolled_back");
    }

    @Test
    void an_action_that_is_not_in_the_run_is_unknown() throws Exception {
        apply(HOUR);
        var to = new Extension.To.Later(HOUR);

        assertThat(extension().move(stand.run(), new ActionId("b"), to, "analyst1", new Reason("why")))
                .isInstanceOf(Extension.Result.Unknown.class);
    }

    private List<Timers.Result> undoDue() throws InterruptedException {
        return stand.timers().undo(Agenda.of(stand.journal()).dueNow(stand.pace.now()));
    }

    private RunState apply(Duration time) throws InterruptedException {
        return stand.apply(FailurePolicy.STOP, lasting(time, action("a")));
    }

    private Extension.Result later(Duration time) {
        return move(new Extension.To.Later(time));
    }

    private Extension.Result move(Extension.To to) {
        return extension().move(stand.run(), A, to, "analyst1", new Reason("the clean-up takes longer"));
    }

    private Extension extension() {
        return new Extension(stand.journal(), stand.pace.clock(), _ -> {});
    }

    private Instant end(RunState run) {
        var state = RunState.fold(stand.journal().read(run.id())).orElseThrow();
        return Due.of(state).getFirst().at();
    }

    private static String refusal(Extension.Result result) {
        return ((Extension.Result.Refused) result).why();
    }
}
