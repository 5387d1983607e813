package dev.cordon.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.plan.Canonical;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of the fold whatever a run did. */
final class RunStatePropertyTest {

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void an_event_is_read_as_it_was_written(@ForAll("event") Event event) {
        var text = Canonical.write(event);

        var read = Canonical.read(text, Event.class);

        assertThat(Canonical.write(read)).isEqualTo(text);
        assertThat(read).isInstanceOf(event.getClass());
    }

    @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
    void every_prefix_of_a_run_folds_and_one_event_more_is_one_step_more(@ForAll("run") List<Event> events) {
        for (var length = 1; length < events.size(); length++) {
            var prefix = fold(events.subList(0, length));
            var next = fold(events.subList(0, length + 1));

            assertThat(next).isEqualTo(prefix.after(read(events.get(length)), Recorded.NOW));
        }
    }

    @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
    void what_was_found_saved_or_begun_is_never_forgotten(@ForAll("run") List<Event> events) {
        for (var length = 1; length < events.size(); length++) {
            var before = fold(events.subList(0, length));
            var after = fold(events.subList(0, length + 1));

            before.actions().forEach((id, action) -> assertNothingForgotten(action, after.action(id)));
        }
    }

    private static void assertNothingForgotten(ActionState before, ActionState after) {
        before.members()
                .forEach((each, found) -> assertThat(after.membersOf(each)).containsAllEntriesOf(found));
        before.steps()
                .forEach((spot, step) -> assertThat(after.step(spot).saved()).containsAllEntriesOf(step.saved()));
        assertThat(after.steps().keySet().containsAll(before.steps().keySet())).isTrue();
        if (before.began() != null) {
            assertThat(after.began()).isEqualTo(before.began());
        }
    }

    @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
    void an_order_to_undo_reopens_the_run_until_it_is_closed_again(@ForAll("run") List<Event> events) {
        for (var length = 1; length <= events.size(); length++) {
            var last = events.subList(0, length).stream()
                    .filter(event -> event instanceof Event.Closed || event instanceof Event.Undoing)
                    .reduce((_, later) -> later);

            assertThat(fold(events.subList(0, length)).closed())
                    .isEqualTo(last.filter(Event.Closed.class::isInstance).isPresent());
        }
    }

    @Provide
    Arbitrary<Event> event() {
        return Events.event();
    }

    @Provide
    Arbitrary<List<Event>> run() {
        return Events.runs();
    }

    private static RunState fold(List<Event> events) {
        return RunState.fold(Recorded.entries(events)).orElseThrow();
    }

    /** As the journal gives it back: a tree tells an int from a long, its text does not. */
    private static Event read(Event event) {
        return Canonical.read(Canonical.write(event), Event.class);
    }
}
