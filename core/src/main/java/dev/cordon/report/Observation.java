package dev.cordon.report;

import dev.cordon.action.ActionId;
import dev.cordon.journal.At;
import dev.cordon.journal.Entry;
import dev.cordon.journal.Event;
import dev.cordon.journal.Event.Member;
import dev.cordon.journal.RunState;
import dev.cordon.operation.Operation;
import dev.cordon.plan.Canonical;
import dev.cordon.plan.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One journal entry about one action, for the report.
 *
 * @param step the step, with its member; empty where it is about the action as a whole
 * @param what happened, in words of Cordon
 * @param said what belongs to it, on one line; may come from outside; empty where nothing does
 * @param sent the operation, where one was sent
 * @param event the entry itself
 */
record Observation(
        long seq,
        Instant at,
        ActionId action,
        String step,
        String what,
        String said,
        Optional<Operation> sent,
        JsonNode event) {

    private static final int MEMBERS = 20;

    /** In the order of the journal. */
    static Map<ActionId, List<Observation>> byAction(List<Entry> entries) {
        return entries.stream()
                .map(Observation::of)
                .flatMap(Optional::stream)
                .collect(Collectors.groupingBy(Observation::action));
    }

    /** Empty for an entry about the run as a whole. */
    private static Optional<Observation> of(Entry entry) {
        return switch (RunState.event(entry)) {
            case Event.Accepted _,
                    Event.Approved _,
                    Event.Rejected _,
                    Event.BrokeGlass _,
                    Event.Stopped _,
                    Event.Closed _ -> Optional.empty();
            case Event.Began(var action) -> Optional.of(of(entry, action, "began: its facts still held", ""));
            case Event.Undoing(var action, var by) -> Optional.of(of(entry, action, "undo asked for by", by));
            case Event.Noted noted ->
                Optional.of(of(
                        entry,
                        noted.action(),
                        "noted by hand: " + noted.status().word(),
                        said(noted)));
            case Event.Extended extended ->
                Optional.of(of(
                        entry,
                        extended.action(),
                        "its end moved to " + Times.shown(extended.until()),
                        extended.by() + ": " + extended.reason()));
            case Event.Waits(var action, var what) ->
                Optional.of(of(entry, action, "its undo fell due and waits", what));
            case Event.Revealed(var action, var names, var by) ->
                Optional.of(of(entry, action, "secrets shown to", by + ": " + String.join(", ", names)));
            case Event.Stands(var action, var status, var note) ->
                Optional.of(of(entry, action, "stands: " + status.word(), note));
            case Event.Found(var action, var each, var members) ->
                Optional.of(of(entry, action, members.size() + " found", names(members))
                        .step(each));
            case Event.Drifted(var action, var lost) ->
                Optional.of(of(entry, action, "drifted: somebody or something undid it", lost(lost)));
            case Event.Reapplying(var action) -> Optional.of(of(entry, action, "applied again, as it was planned", ""));
            case Event.Restored(var action) -> Optional.of(of(entry, action, "found in force again", ""));
            case Event.Intended(var at, var operation) -> Optional.of(intended(entry, at, operation));
            case Event.Answered(var at, var answer) ->
                Optional.of(of(entry, at, phase(at, "answered"), answer.inWords()));
            case Event.Judged judged -> Optional.of(judged(entry, judged));
        };
    }

    private static Observation intended(Entry entry, At at, JsonNode operation) {
        var attempt = at.attempt() == 1 ? "sent" : "sent, attempt " + at.attempt();
        return of(entry, at, phase(at, attempt), "").sending(Canonical.read(operation.toString(), Operation.class));
    }

    private static Observation judged(Entry entry, Event.Judged judged) {
        var outcome = judged.outcome().inWords();
        return of(entry, judged.at(), outcome + found(judged.verdict()), said(judged.why(), judged.seen()));
    }

    private static String found(@Nullable Verdict verdict) {
        return switch (verdict) {
            case null -> "";
            case CONFIRMED -> ", the look found the effect in force";
            case PENDING -> ", the look found the effect under way";
            case NOT_CONFIRMED -> ", the look found the effect not in force";
            case UNKNOWN -> ", the look found nothing out";
        };
    }

    private static String said(String why, @Nullable JsonNode seen) {
        if (seen == null) {
            return why;
        }
        return (why.isEmpty() ? "" : why + "; ") + "saw " + InShort.text(seen);
    }

    private static String said(Event.Noted noted) {
        return noted.text().isEmpty() ? noted.by() : noted.by() + ": " + noted.text();
    }

    private static String phase(At at, String what) {
        return switch (at.phase()) {
            case APPLY -> what;
            case CANCEL -> "cancel " + what;
            case UNDO -> "undo " + what;
        };
    }

    private static String lost(List<Event.Lost> lost) {
        return lost.stream()
                .limit(MEMBERS)
                .map(one -> one.spot() + ": " + said(one.why(), one.seen()))
                .collect(Collectors.joining("; "));
    }

    private static String names(List<Member> members) {
        var names = members.stream().limit(MEMBERS).map(Member::key).toList();
        return String.join(", ", names) + (members.size() > MEMBERS ? ", …" : "");
    }

    private static Observation of(Entry entry, At at, String what, String said) {
        return of(entry, at.action(), what, said).step(at.spot().toString());
    }

    private static Observation of(Entry entry, ActionId action, String what, String said) {
        var event = Canonical.parse(entry.body());
        return new Observation(entry.seq(), entry.at(), action, "", what, said, Optional.empty(), event);
    }

    private Observation step(String name) {
        return new Observation(seq, at, action, name, what, said, sent, event);
    }

    private Observation sending(Operation operation) {
        return new Observation(seq, at, action, step, what, said, Optional.of(operation), event);
    }
}
