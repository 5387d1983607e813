package dev.cordon.journal;

import dev.cordon.operation.Answer;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the journal proves of one step, or of one member's step: no more than its events say.
 *
 * <p>Calling off what is under way leaves no trace here: it decides nothing, may be repeated, and what came of it is
 * looked at.
 *
 * @param saved what later operations refer to; written once
 * @param stale what it was saved of is gone: what is saved next takes its place
 */
public record StepState(Progress apply, Progress undo, SortedMap<String, JsonNode> saved, boolean stale) {

    static final StepState FRESH = new StepState(Progress.NONE, Progress.NONE, new TreeMap<>(), false);

    public StepState {
        saved = Collections.unmodifiableSortedMap(new TreeMap<>(saved));
    }

    /**
     * How far one operation came.
     *
     * @param attempt the current one, from 1; 0 before the first
     * @param since when it was sent, or answered where it was
     * @param lost an earlier sending of it was never answered, so a refusal of the last one proves nothing
     * @param answer null while it is open: sent, and no result written
     * @param outcome null while nothing is decided
     */
    public record Progress(
            int attempt,
            @Nullable Instant since,
            boolean lost,
            @Nullable Answer answer,
            @Nullable Outcome outcome,
            String why) {

        public static final Progress NONE = new Progress(0, null, false, null, null, "");

        /**
         * An intent was written: it was sent, or may have been. What is judged without ever being sent has not begun.
         */
        public boolean begun() {
            return since != null;
        }

        /** Sent, and what came of it is not known. */
        public boolean open() {
            return begun() && outcome == null && (answer == null || answer instanceof Answer.Unanswered);
        }

        /** A sending of it was never answered, and no look has found what it did: it may be on its way still. */
        public boolean mayStillArrive() {
            var unanswered = begun() && (answer == null || answer instanceof Answer.Unanswered);
            return lost || (unanswered && outcome != Outcome.CONFIRMED);
        }

        /** Nothing of it can have taken effect: it was never sent, or refused each time. */
        public boolean neverHappened() {
            return outcome != Outcome.READY && (!begun() || (!lost && turnedAway()));
        }

        private boolean turnedAway() {
            return answer instanceof Answer.Unreachable
                    || answer instanceof Answer.Throttled
                    || answer instanceof Answer.Stale
                    || answer instanceof Answer.Rejected
                    || answer instanceof Answer.Unauthorized;
        }

        /** The next attempt, of which nothing is done yet. */
        Progress next() {
            return attempt == 0 ? NONE : new Progress(attempt + 1, null, false, null, null, "");
        }

        Progress intended(int newAttempt, Instant at) {
            return new Progress(newAttempt, at, lost || open(), null, null, "");
        }

        Progress answered(Answer now, Instant at) {
            return new Progress(attempt, at, lost, now, null, "");
        }

        Progress judged(int ofAttempt, Outcome now, String reason) {
            return new Progress(ofAttempt, since, lost && now != Outcome.NOT_HAPPENED, answer, now, reason);
        }
    }

    /** Sent, and not known to be over. */
    boolean mayBeInForce() {
        return apply.begun()
                && !apply.neverHappened()
                && undo.outcome() != Outcome.UNDONE
                && undo.outcome() != Outcome.NOTHING_OF_OURS;
    }

    public Progress of(Phase phase) {
        return phase == Phase.UNDO ? undo : apply;
    }

    StepState with(Phase phase, Progress progress) {
        return switch (phase) {
            case APPLY -> new StepState(progress, undo, saved, stale);
            case UNDO -> new StepState(apply, progress, saved, stale);
            case CANCEL -> this;
        };
    }

    /** By a person, who wants the undo tried that nobody could tell of: it is taken not to have happened. */
    StepState lookedAt() {
        return undo.outcome() == Outcome.ASKS_A_PERSON
                ? with(Phase.UNDO, undo.judged(undo.attempt(), Outcome.NOT_HAPPENED, undo.why()))
                : this;
    }

    /** Its effect is gone; what undoing it would need is kept. */
    StepState gone(String why) {
        return new StepState(apply.judged(apply.attempt(), Outcome.GONE, why), undo, saved, true);
    }

    /** Undone, and to be done anew. */
    StepState afresh() {
        return new StepState(apply.next(), undo.next(), saved, true);
    }

    boolean isUndone() {
        return undo.outcome() != null && undo.outcome().undone();
    }

    /** What is saved is never overwritten, unless what it belongs to is gone. */
    StepState saving(SortedMap<String, JsonNode> more) {
        var all = new TreeMap<>(stale ? saved : more);
        all.putAll(stale ? more : saved);
        return new StepState(apply, undo, all, stale && more.isEmpty());
    }
}
