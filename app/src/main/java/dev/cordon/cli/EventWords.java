package dev.cordon.cli;

import dev.cordon.document.Printable;
import dev.cordon.journal.At;
import dev.cordon.journal.Event;
import dev.cordon.journal.Outcome;
import dev.cordon.journal.Phase;
import java.util.Optional;

/** Says what just happened in a run, in one line; names from outside are made visible and cut. */
public final class EventWords {

    private EventWords() {}

    /** Empty for what is of no use to somebody who watches. */
    public static Optional<String> of(Event event) {
        return switch (event) {
            case Event.Accepted(var plan, var _, var asked) ->
                Optional.of((asked == null ? "begins: " : "waits for approval: ") + Printable.of(plan.name()) + " ("
                        + counted(plan.actions().size(), "action") + ")");
            case Event.Approved(var by, var _) -> Optional.of("approved by " + Printable.of(by));
            case Event.Rejected(var by, var why) -> Optional.of("rejected by " + Printable.of(by) + because(why));
            case Event.BrokeGlass(var by, var why) ->
                Optional.of("goes on without approval, to be reviewed: " + Printable.of(by) + because(why));
            case Event.Began(var action) -> Optional.of(action + ": begins");
            case Event.Found(var action, var each, var members) ->
                Optional.of(action + ": " + Printable.of(each) + ": " + members.size() + " found");
            case Event.Intended(var at, var _) -> Optional.of(place(at) + ": " + doing(at.phase()));
            case Event.Answered(var at, var answer) -> Optional.of(place(at) + ": answered: " + answer.inWords());
            case Event.Judged judged -> Optional.of(place(judged.at()) + ": " + judged(judged));
            case Event.Stands(var action, var status, var note) ->
                Optional.of(action + ": " + status.word() + because(note));
            case Event.Undoing(var action, var _) -> Optional.of(action + ": is to be undone");
            case Event.Noted noted ->
                Optional.of(noted.action() + ": " + noted.status().word() + " by hand" + because(noted.text()));
            case Event.Extended extended ->
                Optional.of(extended.action() + ": its end is moved to " + extended.until());
            case Event.Waits(var action, var what) -> Optional.of(action + ": its undo fell due and waits: " + what);
            case Event.Revealed(var action, var names, var by) ->
                Optional.of(action + ": " + counted(names.size(), "secret") + " shown to " + Printable.of(by));
            case Event.Drifted(var action, var lost) ->
                Optional.of(action + ": somebody or something undid " + counted(lost.size(), "step") + " of it");
            case Event.Reapplying(var action) -> Optional.of(action + ": is applied again");
            case Event.Restored(var action) -> Optional.of(action + ": is in force again");
            case Event.Stopped _ -> Optional.empty();
            case Event.Closed(var status) -> Optional.of("ends: " + status.word());
        };
    }

    /** The action, the step and the member that an event belongs to. */
    static String place(At at) {
        var member = at.member() == null ? "" : " [" + Printable.of(at.member()) + "]";
        return at.action() + ": " + Printable.of(at.step()) + member;
    }

    static String doing(Phase phase) {
        return switch (phase) {
            case APPLY -> "sending";
            case CANCEL -> "cancelling";
            case UNDO -> "undoing";
        };
    }

    private static String judged(Event.Judged judged) {
        var unseen = judged.verdict() == null && isGood(judged.outcome()) ? ", by its answer alone" : "";
        return judged.outcome().inWords() + unseen + because(judged.why());
    }

    private static boolean isGood(Outcome outcome) {
        return outcome == Outcome.CONFIRMED || outcome == Outcome.UNDONE;
    }

    private static String because(String why) {
        return why.isEmpty() ? "" : ": " + why;
    }

    static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
