package dev.cordon.journal;

import dev.cordon.journal.At.Spot;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
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
        Expiry expiry) {

    /**
     * It stands where a person said: Cordon has not verified it.
     *
     * @param by who said so
     */
    public record ByHand(String by, Instant at) {}

    static final ActionState PENDING =
            new ActionState(Status.PENDING, "", "", Map.of(), Map.of(), null, null, null, Expiry.NONE);

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
                expiry);
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
                now == Status.ROLLING_BACK ? expiry.kept(at) : expiry);
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
        return new ActionState(status, note, undoAskedBy, changed, members, began, ended, byHand, expiry);
    }

    private ActionState works(Status now, String undoBy, Instant at, Expiry then) {
        return new ActionState(now, "", undoBy, steps, members, began == null ? at : began, null, null, then);
    }

    ActionState expiring(UnaryOperator<Expiry> change) {
        return new ActionState(status, note, undoAskedBy, steps, members, began, ended, byHand, change.apply(expiry));
    }

    ActionState step(Spot spot, UnaryOperator<StepState> change) {
        var changed = new LinkedHashMap<>(steps);
        changed.put(spot, change.apply(step(spot)));
        return new ActionState(status, note, undoAskedBy, changed, members, began, ended, byHand, expiry);
    }

    ActionState found(Event.Found found) {
        var of = new LinkedHashMap<>(membersOf(found.each()));
        found.members().forEach(member -> of.putIfAbsent(member.key(), member.item()));
        var all = new LinkedHashMap<>(members);
        all.put(found.each(), Collections.unmodifiableMap(of));
        return new ActionState(status, note, undoAskedBy, steps, all, began, ended, byHand, expiry);
    }
}
