package dev.cordon.journal;

import dev.cordon.action.ActionId;
import dev.cordon.plan.Canonical;
import dev.cordon.plan.Digest;
import dev.cordon.plan.PlannedAction;
import dev.cordon.plan.PlannedPlaybook;
import dev.cordon.plan.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A run as its journal proves it: nothing else is needed to go on, to undo, or to report.
 *
 * @param begun the actions whose turn came, in that order
 * @param closed nothing more will happen unless somebody asks; a run that is not closed and that nobody works on was
 *     interrupted
 * @param stoppedBy who stopped it on purpose, so that only a person goes on with it; empty where nobody did
 * @param consent what other people say of it before it begins
 */
public record RunState(
        RunId id,
        PlannedPlaybook plan,
        String by,
        Instant acceptedAt,
        Map<ActionId, ActionState> actions,
        List<ActionId> begun,
        Status status,
        boolean closed,
        String stoppedBy,
        Consent consent) {

    public RunState {
        actions = Collections.unmodifiableMap(new LinkedHashMap<>(actions));
        begun = List.copyOf(begun);
    }

    /**
     * Folds the entries of one run.
     *
     * @return empty where there are none
     * @throws JournalException where an entry cannot be read by this version, or does not follow from those before it
     */
    public static Optional<RunState> fold(List<Entry> entries) {
        RunState state = null;
        for (var entry : entries) {
            state = next(state, entry);
        }
        return Optional.ofNullable(state);
    }

    /**
     * The event that an entry holds.
     *
     * @throws JournalException where this version cannot read it
     */
    public static Event event(Entry entry) {
        try {
            return Canonical.read(entry.body(), Event.class);
        } catch (JacksonException e) {
            throw unreadable(entry, e.getOriginalMessage(), e);
        }
    }

    private static RunState next(@Nullable RunState state, Entry entry) {
        var event = event(entry);
        try {
            if (state != null) {
                return state.after(event, entry.at());
            }
            if (event instanceof Event.Accepted accepted) {
                return accepted(entry.run(), accepted, entry.at());
            }
        } catch (IllegalArgumentException e) {
            throw unreadable(entry, String.valueOf(e.getMessage()), e);
        }
        throw unreadable(entry, "a run begins with its acceptance", null);
    }

    private static JournalException unreadable(Entry entry, String why, @Nullable Exception cause) {
        return new JournalException(
                "entry " + entry.seq() + " of " + entry.run() + " cannot be read (" + why
                        + "): use the version of Cordon" + " that wrote it, or restore the journal from a backup",
                cause);
    }

    /** One that waits for people is closed: nothing happens in it unless somebody asks. */
    static RunState accepted(RunId id, Event.Accepted event, Instant at) {
        var actions = new LinkedHashMap<ActionId, ActionState>();
        event.plan().actions().forEach(action -> actions.put(action.id(), ActionState.PENDING));
        var consent = Consent.to(event.asked());
        var status = consent.isGiven() ? Status.IN_PROGRESS : Status.AWAITING_APPROVAL;
        return new RunState(
                id, event.plan(), event.by(), at, actions, List.of(), status, !consent.isGiven(), "", consent);
    }

    /** @throws IllegalArgumentException where it is no action of this run */
    public ActionState action(ActionId action) {
        var state = actions.get(action);
        if (state == null) {
            throw new IllegalArgumentException("no action " + action + " in " + id);
        }
        return state;
    }

    /** Every action, in the order in which they are undone; those that never began come last. */
    public List<PlannedAction> lastBegunFirst() {
        var turns = new HashMap<ActionId, Integer>();
        begun.forEach(action -> turns.put(action, turns.size() + 1));
        var turn = Comparator.comparingInt((PlannedAction action) -> turns.getOrDefault(action.id(), 0));
        return plan.actions().reversed().stream().sorted(turn.reversed()).toList();
    }

    /** The state once this event is durable. */
    public RunState after(Event event, Instant at) {
        return switch (event) {
            case Event.Accepted _ -> throw new IllegalArgumentException("a run is accepted once");
            case Event.Approved(var who, var digest) -> approved(who, digest);
            case Event.Rejected(var who, var why) -> consenting(consent.rejected(new Consent.Word(who, why)));
            case Event.BrokeGlass(var who, var why) -> consenting(consent.brokenGlass(new Consent.Word(who, why)));
            case Event.Began(var action) ->
                with(action, it -> it.begins(at)).begins(action).stoppedBy("");
            case Event.Undoing(var action, var who) ->
                with(action, it -> it.isToBeUndone(who, at)).reopened();
            case Event.Found found -> with(found.action(), it -> it.found(found, stepsOf(found)));
            case Event.Drifted drifted -> with(drifted.action(), it -> it.drifted(drifted, at));
            case Event.Reapplying(var action) -> with(action, it -> it.drifting(drift -> drift.reapplying(at)));
            case Event.Restored(var action) -> with(action, it -> it.drifting(Drift::restored));
            case Event.Intended(var where, var _) ->
                step(where, it -> it.with(where.phase(), it.of(where.phase()).intended(where.attempt(), at)))
                        .stoppedBy(where.phase() == Phase.APPLY ? "" : stoppedBy);
            case Event.Answered(var where, var answer) ->
                step(where, it -> it.with(where.phase(), it.of(where.phase()).answered(answer, at)));
            case Event.Judged judged -> step(judged.at(), it -> judged(it, judged));
            case Event.Stands(var action, var now, var note) -> with(action, it -> it.stands(now, note, at));
            case Event.Noted noted -> with(noted.action(), it -> it.noted(noted, at));
            case Event.Extended extended ->
                with(extended.action(), it -> it.expiring(end -> end.movedTo(extended.until())));
            case Event.Waits(var action, var what) -> with(action, it -> it.expiring(end -> end.waitsFor(what)));
            case Event.Revealed _ -> this;
            case Event.Stopped(var who) -> stoppedBy(who);
            case Event.Closed(var now) ->
                new RunState(id, plan, by, acceptedAt, actions, begun, now, true, "", consent);
        };
    }

    private static StepState judged(StepState step, Event.Judged judged) {
        var phase = judged.at().phase();
        var progress = step.of(phase).judged(judged.at().attempt(), judged.outcome(), judged.why());
        return step.with(phase, progress).saving(judged.saved());
    }

    private List<String> stepsOf(Event.Found found) {
        return plan.action(found.action()).plan().parts().stream()
                .filter(part -> part.name().equals(found.each()))
                .flatMap(part -> part.steps().stream())
                .map(Step::name)
                .toList();
    }

    private RunState step(At where, UnaryOperator<StepState> change) {
        return with(where.action(), action -> action.step(where.spot(), change));
    }

    private RunState with(ActionId action, UnaryOperator<ActionState> change) {
        var changed = new LinkedHashMap<>(actions);
        changed.put(action, change.apply(action(action)));
        return new RunState(id, plan, by, acceptedAt, changed, begun, status, closed, stoppedBy, consent);
    }

    private RunState begins(ActionId action) {
        if (begun.contains(action)) {
            return this;
        }
        var now = new ArrayList<>(begun);
        now.add(action);
        return new RunState(id, plan, by, acceptedAt, actions, now, status, closed, stoppedBy, consent);
    }

    private RunState approved(String who, Digest digest) {
        if (!digest.equals(plan.digest())) {
            throw new IllegalArgumentException("another plan was approved than that of " + id);
        }
        return consenting(consent.approved(who));
    }

    /** What people say moves only a run that has not begun. */
    private RunState consenting(Consent now) {
        var over = closed && status != Status.AWAITING_APPROVAL;
        if (over || !begun.isEmpty() || consent.asked() == null) {
            return this;
        }
        var next = now.rejected() != null ? Status.FAILED : now.isGiven() ? Status.IN_PROGRESS : status;
        return new RunState(id, plan, by, acceptedAt, actions, begun, next, next != Status.IN_PROGRESS, stoppedBy, now);
    }

    private RunState reopened() {
        return new RunState(id, plan, by, acceptedAt, actions, begun, Status.ROLLING_BACK, false, stoppedBy, consent);
    }

    private RunState stoppedBy(String who) {
        return new RunState(id, plan, by, acceptedAt, actions, begun, status, closed, who, consent);
    }
}
