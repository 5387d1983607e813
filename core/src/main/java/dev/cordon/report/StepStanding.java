package dev.cordon.report;

import dev.cordon.journal.ActionState;
import dev.cordon.journal.At.Spot;
import dev.cordon.journal.StepState;
import dev.cordon.journal.StepState.Progress;
import dev.cordon.plan.Each;
import dev.cordon.plan.Part;
import dev.cordon.plan.PlannedAction;
import java.util.List;
import java.util.stream.Stream;

/** One step, or one member's step, and how far its journal proves that it came. */
record StepStanding(Spot spot, StepState state) {

    /** Every step of the plan in its order, begun or not; those of an {@code Each} once for each member found. */
    static List<StepStanding> of(PlannedAction action, ActionState state) {
        return action.plan().parts().stream()
                .flatMap(part -> spots(part, state))
                .map(spot -> new StepStanding(spot, state.step(spot)))
                .toList();
    }

    /** An {@code Each} itself comes first: what ended the search for members is written there. */
    private static Stream<Spot> spots(Part part, ActionState state) {
        var itself = Stream.of(new Spot(part.name(), null));
        if (!(part instanceof Each each)) {
            return itself;
        }
        var members = state.membersOf(each.name()).keySet().stream()
                .flatMap(member -> each.steps().stream().map(step -> new Spot(step.name(), member)));
        var troubled = state.step(new Spot(each.name(), null)).apply().outcome() != null;
        return Stream.concat(troubled ? itself : Stream.of(), members);
    }

    /** For a person, on one line; what the platform said in it comes from outside. */
    String inWords() {
        var undo = state.undo();
        return undo.begun() || undo.outcome() != null ? undone(undo) : words(state.apply());
    }

    private static String undone(Progress undo) {
        return switch (undo.outcome()) {
            case UNDONE, NOTHING_OF_OURS, KEPT -> words(undo);
            case null, default -> "undo: " + words(undo);
        };
    }

    private static String words(Progress progress) {
        var outcome = progress.outcome();
        if (outcome == null) {
            return undecided(progress);
        }
        var words = outcome.inWords();
        return progress.why().isEmpty() ? words : words + ": " + progress.why();
    }

    private static String undecided(Progress progress) {
        var answer = progress.answer();
        if (!progress.begun()) {
            return "not begun";
        }
        var since = progress.since();
        return answer == null
                ? "open: sent at " + (since == null ? "?" : Times.shown(since)) + ", and no result is written"
                : "not verified yet: " + answer.inWords();
    }
}
