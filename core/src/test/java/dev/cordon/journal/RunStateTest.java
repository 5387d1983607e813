package dev.cordon.journal;

import static dev.cordon.journal.Recorded.FIRST;
import static dev.cordon.journal.Recorded.NOW;
import static dev.cordon.journal.Recorded.RUN;
import static dev.cordon.journal.Recorded.SECOND;
import static dev.cordon.journal.Recorded.STEP;
import static dev.cordon.journal.Recorded.apply;
import static dev.cordon.journal.Recorded.json;
import static dev.cordon.journal.Recorded.undo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.journal.At.Spot;
import dev.cordon.operation.Answer;
import dev.cordon.operation.VendorText;
import dev.cordon.plan.Verdict;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the journal proves of a run, event by event. */
final class RunStateTest {

    private static final Answer OK = new Answer.Ok(json("{}"));
    private static final Answer LOST = new Answer.Unanswered(new VendorText("reset"));
    private static final Answer UNREACHABLE = new Answer.Unreachable(new VendorText("refused"));
    private static final Answer REJECTED = new Answer.Rejected("409", new VendorText("exists"));

    @Test
    void an_accepted_run_is_under_way_and_its_actions_wait() {
        var state = after();

        assertThat(state.status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(state.closed()).isFalse();
        assertThat(state.actions()).containsOnlyKeys(FIRST, SECOND);
        assertThat(state.action(FIRST).status()).isEqualTo(Status.PENDING);
        assertThat(state.action(FIRST).began()).isNull();
    }

    @Test
    void nothing_recorded_is_no_run() {
        assertThat(RunState.fold(List.of())).isEmpty();
    }

    @Test
    void an_intent_without_an_answer_is_open_and_may_have_changed_something() {
        var state = after(new Event.Began(FIRST), intended(apply(1)));

        assertThat(applying(state).open()).isTrue();
        assertThat(applying(state).begun()).isTrue();
        assertThat(applying(state).neverHappened()).isFalse();
        assertThat(state.action(FIRST).mayHaveChanged()).isTrue();
        assertThat(state.action(SECOND).mayHaveChanged()).isFalse();
    }

    @Test
    void a_lost_answer_is_still_open() {
        var state = after(intended(apply(1)), new Event.Answered(apply(1), LOST));

        assertThat(applying(state).open()).isTrue();
        assertThat(state.action(FIRST).mayHaveChanged()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"unreachable", "throttled", "rejected", "unauthorized"})
    void what_was_turned_away_never_happened(String how) {
        var state = after(intended(apply(1)), new Event.Answered(apply(1), answer(how)));

        assertThat(applying(state).open()).isFalse();
        assertThat(applying(state).neverHappened()).isTrue();
        assertThat(state.action(FIRST).mayHaveChanged()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"unreachable", "throttled", "rejected", "unauthorized"})
    void what_was_turned_away_after_an_earlier_sending_was_lost_may_have_happened(String how) {
        var state = after(
                intended(apply(1)),
                new Event.Answered(apply(1), LOST),
                intended(apply(1)),
                new Event.Answered(apply(1), answer(how)));

        assertThat(applying(state).neverHappened()).isFalse();
        assertThat(state.action(FIRST).mayHaveChanged()).isTrue();
    }

    @Test
    void what_was_turned_away_after_a_crash_in_the_middle_of_sending_may_have_happened() {
        var state = after(intended(apply(1)), intended(apply(1)), new Event.Answered(apply(1), UNREACHABLE));

        assertThat(applying(state).neverHappened()).isFalse();
    }

    @Test
    void a_lost_sending_that_is_known_not_to_have_happened_says_nothing_about_the_next_attempt() {
        var state = after(
                intended(apply(1)),
                intended(apply(1)),
                judged(apply(1), Outcome.NOT_HAPPENED, Map.of()),
                intended(apply(2)),
                new Event.Answered(apply(2), REJECTED));

        assertThat(applying(state).attempt()).isEqualTo(2);
        assertThat(applying(state).neverHappened()).isTrue();
    }

    @Test
    void a_step_that_waits_for_the_undo_has_changed_nothing_but_is_to_be_undone() {
        var state = after(new Event.Began(FIRST), judged(apply(1), Outcome.READY, Map.of()));

        assertThat(applying(state).begun()).isFalse();
        assertThat(applying(state).neverHappened()).isFalse();
        assertThat(state.action(FIRST).mayHaveChanged()).isFalse();
    }

    @Test
    void a_verdict_on_what_was_never_sent_has_changed_nothing() {
        var state = after(judged(apply(1), Outcome.ASKS_A_PERSON, Map.of()));

        assertThat(state.action(FIRST).mayHaveChanged()).isFalse();
    }

    @Test
    void a_new_attempt_forgets_the_answer_and_the_verdict_of_the_former() {
        var state = after(
                intended(apply(1)),
                new Event.Answered(apply(1), OK),
                judged(apply(1), Outcome.NOT_HAPPENED, Map.of()),
                intended(apply(2)));

        assertThat(applying(state).attempt()).isEqualTo(2);
        assertThat(applying(state).answer()).isNull();
        assertThat(applying(state).outcome()).isNull();
        assertThat(applying(state).open()).isTrue();
    }

    @Test
    void the_first_value_saved_under_a_name_stays() {
        var state = after(
                judged(apply(1), Outcome.CONFIRMED, Map.of("sg", 1)),
                judged(apply(2), Outcome.CONFIRMED, Map.of("sg", 2, "id", 3)));

        assertThat(state.action(FIRST).step(STEP).saved()).hasToString("{id=3, sg=1}");
    }

    @Test
    void apply_and_undo_of_a_step_stand_beside_each_other() {
        var state = after(
                intended(apply(1)),
                new Event.Answered(apply(1), OK),
                judged(apply(1), Outcome.CONFIRMED, Map.of()),
                intended(undo(1)));

        assertThat(applying(state).outcome()).isEqualTo(Outcome.CONFIRMED);
        assertThat(state.action(FIRST).step(STEP).undo().open()).isTrue();
    }

    @Test
    void calling_off_changes_neither_apply_nor_undo() {
        var cancel = STEP.at(FIRST, Phase.CANCEL, 1);
        var before = after(intended(apply(1)), new Event.Answered(apply(1), LOST));

        var state = before.after(intended(cancel), NOW).after(new Event.Answered(cancel, OK), NOW);

        assertThat(state).isEqualTo(before);
    }

    @Test
    void a_member_stays_as_it_was_first_found() {
        var state = after(
                new Event.Found(FIRST, "sessions", List.of(new Event.Member("1", json("{\"v\":1}")))),
                new Event.Found(
                        FIRST,
                        "sessions",
                        List.of(new Event.Member("2", json("{}")), new Event.Member("1", json("{\"v\":2}")))));

        assertThat(state.action(FIRST).membersOf("sessions")).containsOnlyKeys("1", "2");
        assertThat(state.action(FIRST).membersOf("sessions").get("1")).hasToString("{\"v\":1}");
        assertThat(state.action(FIRST).membersOf("processes")).isEmpty();
    }

    @Test
    void members_of_one_step_are_told_apart() {
        var one = new Spot("end", "1");
        var other = new Spot("end", "2");

        var state = after(intended(one.at(FIRST, Phase.APPLY, 1)));

        assertThat(state.action(FIRST).step(one).apply().open()).isTrue();
        assertThat(state.action(FIRST).step(other).apply().begun()).isFalse();
    }

    @Test
    void an_action_began_once_and_ended_last() {
        var later = NOW.plusSeconds(60);
        var state = after(new Event.Began(FIRST))
                .after(new Event.Stands(FIRST, Status.COMPLETED, ""), later)
                .after(new Event.Undoing(FIRST, "analyst1"), later.plusSeconds(1));

        assertThat(state.action(FIRST).began()).isEqualTo(NOW);
        assertThat(state.action(FIRST).ended()).isNull();
        assertThat(state.action(FIRST).status()).isEqualTo(Status.ROLLING_BACK);
    }

    @Test
    void an_undo_reopens_a_closed_run() {
        var closed = after(new Event.Stands(FIRST, Status.COMPLETED, ""), new Event.Closed(Status.COMPLETED));

        var reopened = closed.after(new Event.Undoing(FIRST, "analyst1"), NOW);

        assertThat(closed.closed()).isTrue();
        assertThat(closed.status()).isEqualTo(Status.COMPLETED);
        assertThat(reopened.closed()).isFalse();
        assertThat(reopened.status()).isEqualTo(Status.ROLLING_BACK);
    }

    @Test
    void a_run_that_does_not_begin_with_its_acceptance_cannot_be_read() {
        assertUnreadable(Recorded.entries(List.of(new Event.Began(FIRST))), "entry 1", "begins with its acceptance");
    }

    @Test
    void a_run_that_is_accepted_twice_cannot_be_read() {
        assertUnreadable(
                Recorded.entries(List.of(Recorded.accepted(), Recorded.accepted())), "entry 2", "is accepted once");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"event":"began","action":"third"}               | no action third
        {"event":"began"}                                | action
        {"event":"exploded"}                             | exploded
        {"event":"began","action":"first","more":1}      | more
        {"event":"began","action":"../../x"}             | no action id
        {"event":"began","action":"first","action":"a"}  | Duplicate
        not json                                         | not
        """)
    void an_event_that_this_version_does_not_know_cannot_be_read(String body, String why) {
        var entries = List.of(Recorded.entries(List.of(Recorded.accepted())).getFirst(), Recorded.entry(2, body));

        assertUnreadable(entries, "entry 2", why);
    }

    private static void assertUnreadable(List<Entry> entries, String which, String why) {
        assertThatThrownBy(() -> RunState.fold(entries))
                .isInstanceOf(JournalException.class)
                .hasMessageStartingWith(which + " of " + RUN + " cannot be read (")
                .hasMessageContaining(why)
                .hasMessageEndingWith(
                        "): use the version of Cordon that wrote it, or restore the journal from a backup");
    }

    private static RunState after(Event... events) {
        var state = Recorded.run();
        for (var event : events) {
            state = state.after(event, NOW);
        }
        return state;
    }

    private static StepState.Progress applying(RunState state) {
        return state.action(FIRST).step(STEP).apply();
    }

    private static Event.Intended intended(At at) {
        return new Event.Intended(at, json("{}"));
    }

    private static Event.Judged judged(At at, Outcome outcome, Map<String, Integer> saved) {
        var trees = new TreeMap<String, JsonNode>();
        saved.forEach((name, value) -> trees.put(name, json(String.valueOf(value))));
        return new Event.Judged(at, outcome, Verdict.CONFIRMED, "", json("{}"), trees);
    }

    private static Answer answer(String how) {
        return switch (how) {
            case "unreachable" -> UNREACHABLE;
            case "throttled" -> new Answer.Throttled(NOW);
            case "rejected" -> REJECTED;
            case "unauthorized" -> new Answer.Unauthorized(new VendorText("no right"));
            default -> throw new IllegalArgumentException(how);
        };
    }
}
