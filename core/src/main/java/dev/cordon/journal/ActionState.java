package dev.cordon.journal;

import dev.cordon.journal.At.Spot;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where one action stands.
 *
 * @param note why it stands there; empty where there is nothing to say
 * @param undoAskedBy who wanted it undone; empty where nobody did
 * @param steps in the order in which they began
 * @param members of each {@code Each}, by its name, then by key, in the order in which they were found
 * @param began when its first operation could be sent; null before
 * @param ended when it last came to rest; null while it did not
 * @param byHand null where Cordon's own work says where it stands
 * @param expiry what is known of its end
 * @param drift what of it somebody undid while it was in force
 */
public record ActionState(
        Status status,
        String note,
        String undoAskedBy,
        Map<Spot, StepState> steps,
        Map<String, Map<String, JsonNode>> members,
        @Nullable Instant began,
        @Nullable Instant ended,
        @Nullable ByHand byHand,
        Expiry expiry,
        Drift drift) {

    /**
     * It stands where a person said: Cordon has not verified it.
     *
     * @param by who said so
     */
    public record ByHand(String by, Instant at) {}

    static final ActionState PENDING =
            new ActionState(Status.PENDING, "", "", Map.of(), Map.of(), null, null, null, Expiry.NONE, Drift.NONE);

    public ActionState {
        steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    public StepState step(Spot spot) {
        return steps.getOrDefault(spot, StepState.FRESH);
    }

    public Map<String, JsonNode> membersOf(String each) {
        return members.getOrDefault(each, Map.of());
    }

    /** What its steps saved for a step of this member: the member's own, and what belongs to none. */
    public SortedMap<String, JsonNode> savedFor(@Nullable String member) {
        var saved = new TreeMap<String, JsonNode>();
        steps.forEach((spot, step) -> {
            if (spot.member() == null || spot.member().equals(member)) {
                saved.putAll(step.saved());
            }
        });
        return saved;
    }

    /** Some operation of it may have changed something. */
    public boolean mayHaveChanged() {
        return steps.values().stream()
                .anyMatch(step -> step.apply().begun() && !step.apply().neverHappened());
    }

    /** Something of it was sent, and is not known to be over. */
    public boolean mayBeInForce() {
        return steps.values().stream().anyMatch(StepState::mayBeInForce);
    }

    /** The same of one step, for any of its members. */
    public boolean mayBeInForce(String step) {
        return steps.entrySet().stream()
                .anyMatch(one ->
                        one.getKey().step().equals(step) && one.getValue().mayBeInForce());
    }

    /** A person's word is all there is: nothing of it is Cordon's to take back. */
    public boolean byHandAlone() {
        return byHand != null && !mayHaveChanged();
    }

    /** Where the person agrees with what Cordon found, only the note is new. */
    ActionState noted(Event.Noted noted, Instant at) {
        var agreed = byHand == null && noted.status() == status;
        var said = (agreed ? "noted" : noted.status().word() + " by hand") + " (" + noted.by() + ")";
        var now = noted.text().isEmpty() ? said : said + ": " + noted.text();
        return new ActionState(
                noted.status(),
                note.isEmpty() ? now : now + "; before that: " + note,
                undoAskedBy,
                steps,
                members,
                began,
                agreed ? ended : at,
                agreed ? null : new ByHand(noted.by(), at),
                expiry,
                drift);
    }

    ActionState stands(Status now, String why, Instant at) {
        return new ActionState(
                now,
                why,
                undoAskedBy,
                steps,
                members,
                began,
                rested(now, at),
                now == status ? byHand : null,
                now == Status.ROLLING_BACK ? expiry.kept(at) : expiry,
                drift);
    }

    /** What is said of an action that has not moved since does not move its end. */
    private @Nullable Instant rested(Status now, Instant at) {
        if (now == Status.PENDING) {
            return null;
        }
        return ended == null ? at : ended;
    }

    ActionState begins(Instant at) {
        return works(Status.IN_PROGRESS, undoAskedBy, at, expiry);
    }

    ActionState isToBeUndone(String by, Instant at) {
        var undone = works(Status.ROLLING_BACK, by, at, expiry.begins(ended));
        return status == Status.UNCERTAIN ? undone.lookedAt() : undone;
    }

    /** A person was told that an undo is uncertain, and wants it tried again. */
    private ActionState lookedAt() {
        var changed = new LinkedHashMap<>(steps);
        changed.replaceAll((_, step) -> step.lookedAt());
        return new ActionState(status, note, undoAskedBy, changed, members, began, ended, byHand, expiry, drift);
    }

    private ActionState works(Status now, String undoBy, Instant at, Expiry then) {
        return new ActionState(
                now, "", undoBy, steps, members, began == null ? at : began, null, null, then, Drift.NONE);
    }

    ActionState expiring(UnaryOperator<Expiry> change) {
        return new ActionState(
                status, note, undoAskedBy, steps, members, began, ended, byHand, change.apply(expiry), drift);
    }

    ActionState step(Spot spot, UnaryOperator<StepState> change) {
        var changed = new LinkedHashMap<>(steps);
        changed.put(spot, change.apply(step(spot)));
        return new ActionState(status, note, undoAskedBy, changed, members, began, ended, byHand, expiry, drift);
    }

    ActionState drifting(UnaryOperator<Drift> change) {
        return new ActionState(
                status, note, undoAskedBy, steps, members, began, ended, byHand, expiry, change.apply(drift));
    }

    ActionState drifted(Event.Drifted drifted, Instant at) {
        var now = this;
        for (var lost : drifted.lost()) {
            now = now.step(lost.spot(), it -> it.gone(lost.why()));
        }
        var spots = drifted.lost().stream().map(Event.Lost::spot).toList();
        return now.drifting(it -> it.found(spots, at));
    }

    /**
     * Members that were found. One that had been undone, because it was not found any more, begins anew: it is as it was
     * found now.
     *
     * @param stepsOfEach the names of the steps that each member gets
     */
    ActionState found(Event.Found found, List<String> stepsOfEach) {
        var of = new LinkedHashMap<>(membersOf(found.each()));
        var afresh = new LinkedHashMap<>(steps);
        for (var member : found.members()) {
            var spots = stepsOfEach.stream()
                    .map(step -> new Spot(step, member.key()))
                    .toList();
            if (of.putIfAbsent(member.key(), member.item()) != null && released(spots)) {
                of.put(member.key(), member.item());
                spots.forEach(spot -> afresh.computeIfPresent(spot, (_, step) -> step.afresh()));
            }
        }
        var all = new LinkedHashMap<>(members);
        all.put(found.each(), Collections.unmodifiableMap(of));
        return new ActionState(status, note, undoAskedBy, afresh, all, began, ended, byHand, expiry, drift);
    }

    /** Some of these was undone, and what of the others was not undone cannot be. */
    public boolean released(Collection<Spot> spots) {
        return spots.stream().anyMatch(spot -> step(spot).isUndone());
    }
}
