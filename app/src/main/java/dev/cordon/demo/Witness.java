package dev.cordon.demo;

import dev.cordon.cli.EventWords;
import dev.cordon.journal.Event;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import java.util.function.Consumer;

/** Says what was observed, and remembers whether all of it was as it should be. */
final class Witness {

    private static final int WIDEST = 98;

    private final Consumer<String> say;
    private boolean content = true;

    Witness(Consumer<String> say) {
        this.say = say;
    }

    boolean content() {
        return content;
    }

    void heading(String text) {
        say.accept("");
        say.accept("── " + text + " " + "─".repeat(Math.max(0, WIDEST - 4 - text.length())));
    }

    void line(String text) {
        say.accept(text);
    }

    /** Several lines, moved in a bit. */
    void block(String text) {
        text.lines().forEach(line -> say.accept("    " + line));
    }

    /** Tells of the engine at work, a line for each thing that happens. */
    void happened(Event event) {
        EventWords.of(event).ifPresent(words -> line("    " + words));
    }

    void stands(RunState run, Status wanted) {
        var notes = run.actions().values().stream()
                .map(action -> action.note())
                .filter(note -> !note.isEmpty())
                .toList();
        observed(
                "the run " + run.id() + " is " + run.status().word() + (notes.isEmpty() ? "" : ": " + notes),
                run.status() == wanted);
    }

    /** Marks the line as observed or, where it should have been otherwise, as wrong. */
    void observed(String what, Attempt attempt, boolean shouldWork) {
        observed(what + " " + attempt.inWords(), attempt.worked() == shouldWork);
    }

    void observed(String what, boolean asItShouldBe) {
        content &= asItShouldBe;
        say.accept((asItShouldBe ? "  ✓ " : "  ✗ WRONG: ") + what);
    }
}
