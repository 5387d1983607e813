package dev.cordon.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.journal.Phase;
import dev.cordon.journal.Status;
import dev.cordon.walk.Walk.Then;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link RuleWalkTest} found first. */
final class FoundByWalkingTest {

    @Test
    void what_comes_out_of_a_long_queue_and_shows_late_is_not_sent_twice() throws Exception {
        var end =
                walk(StepKind.ONCE, Phase.APPLY, Reply.DONE_UNANSWERED, CrashPoint.NOWHERE, Show.PENDING, Show.HIDDEN);

        assertThat(end.wrong()).isEmpty();
        assertThat(end.status()).isEqualTo(Status.ROLLED_BACK);
    }

    @Test
    void what_comes_out_of_a_long_queue_and_shows_late_is_undone() throws Exception {
        var end = walk(StepKind.REPEATABLE, Phase.APPLY, Reply.OK, CrashPoint.CARRIED_OUT, Show.PENDING, Show.HIDDEN);

        assertThat(end.wrong()).isEmpty();
        assertThat(end.status()).isEqualTo(Status.ROLLED_BACK);
    }

    @Test
    void an_undo_that_asks_a_person_is_not_sent_again_by_the_next_process() throws Exception {
        var walk = new Walk(
                StepKind.ONCE_UNSEEN,
                Phase.UNDO,
                Reply.DONE_UNANSWERED,
                CrashPoint.AFTER_JUDGEMENT,
                Then.RESUME,
                List.of());

        var end = walk.walk(new Ground(walk.kind().step()).plan());

        assertThat(end.wrong()).isEmpty();
        assertThat(end.status()).isEqualTo(Status.UNCERTAIN);
    }

    @Test
    void what_cannot_be_undone_and_shows_late_is_not_called_rolled_back() throws Exception {
        var end = walk(StepKind.WITHOUT_UNDO, Phase.APPLY, Reply.OK, CrashPoint.CARRIED_OUT, Show.HIDDEN);

        assertThat(end.wrong()).isEmpty();
        assertThat(end.status()).isEqualTo(Status.FAILED);
    }

    @Test
    void an_undo_on_its_way_that_nobody_could_look_at_is_not_sent_twice() throws Exception {
        var end = walk(StepKind.ONCE, Phase.UNDO, Reply.LATE_UNANSWERED, CrashPoint.NOWHERE, Show.UNKNOWN);

        assertThat(end.wrong()).isEmpty();
        assertThat(end.status()).isEqualTo(Status.ROLLED_BACK);
    }

    private static Walk.End walk(StepKind kind, Phase phase, Reply reply, CrashPoint crash, Show... course)
            throws InterruptedException {
        var walk = new Walk(kind, phase, reply, crash, Then.ROLL_BACK, List.of(course));
        return walk.walk(new Ground(kind.step()).plan());
    }
}
