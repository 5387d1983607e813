package dev.cordon.execution;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.cordon.execution.Rule.Next;
import dev.cordon.execution.Rule.Row;
import dev.cordon.execution.StepLook.Decision;
import dev.cordon.journal.Event;
import dev.cordon.journal.Outcome;
import dev.cordon.journal.Phase;
import dev.cordon.journal.StepState;
import dev.cordon.journal.StepState.Progress;
import dev.cordon.operation.Answer;
import dev.cordon.operation.Operation;
import dev.cordon.operation.VendorText;
import dev.cordon.plan.Canonical;
import dev.cordon.plan.Step;
import dev.cordon.plan.Verdict;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Applies one step, or takes it back, from wherever the journal says that it stands: a fresh start, a restart after a
 * crash and an undo are the same code.
 */
record StepRun(StepPlace place) {

    private static final int SENT_AT_MOST = 5;

    Step step() {
        return place.step();
    }

    /** Until its effect is confirmed, or it is known that it will not be. */
    Outcome apply() throws InterruptedException {
        var decided = state().apply().outcome();
        if (decided != null && decided != Outcome.NOT_HAPPENED && decided != Outcome.GONE) {
            return decided;
        }
        var operation = step().apply();
        if (operation != null) {
            return carryOut(Phase.APPLY, operation);
        }
        return step().undo() == null ? prove() : judge(Phase.APPLY, Outcome.READY, "acts when this is undone", null);
    }

    /** Until its effect is gone, or it is known why not. What never happened needs nothing. */
    Outcome undo() throws InterruptedException {
        letTheLostArrive();
        if (state().apply().neverHappened()) {
            return Outcome.NOTHING_OF_OURS;
        }
        var undo = state().undo();
        var decided = undo.outcome();
        if (decided != null && (decided.undone() || decided == Outcome.ASKS_A_PERSON)) {
            return decided;
        }
        var operation = step().undo();
        if (operation == null) {
            return leave();
        }
        var sent = undo.open() || undo.mayStillArrive() || (undo.answer() instanceof Answer.Ok && decided == null);
        if (step().check() != null && !sent) {
            var before = lookBeforeUndo();
            if (before != null) {
                return before;
            }
        }
        return carryOut(Phase.UNDO, operation);
    }

    /** It has no undo; but whether it took effect, or still will, is known before anybody says that nothing is left. */
    private Outcome leave() throws InterruptedException {
        if (step().check() == null || state().apply().outcome() == Outcome.CONFIRMED) {
            return Outcome.NOTHING_OF_OURS;
        }
        var before = lookBeforeUndo();
        return before == null ? Outcome.NOTHING_OF_OURS : before;
    }

    /** Confirmed, and not undone. */
    boolean isInForce() {
        return state().apply().outcome() == Outcome.CONFIRMED && state().undo().outcome() == null;
    }

    /** It was confirmed, and must stay so for a time. */
    boolean mustHold() {
        var check = step().check();
        return check != null && !check.holds().isZero() && state().apply().outcome() == Outcome.CONFIRMED;
    }

    /**
     * Looks again when its {@code holds} is over: what was confirmed must have stayed so.
     *
     * @param since it was confirmed by then, in {@link Pace#elapsed}
     */
    Outcome holds(Duration since) throws InterruptedException {
        var check = requireNonNull(step().check());
        var left = since.plus(check.holds()).minus(place.work().pace().elapsed());
        if (left.isPositive()) {
            place.work().pace().sleep(left);
        }
        var decision = look().decide(Row.ANSWERED, Phase.APPLY, true, false);
        return decision.next() == Next.DONE ? Outcome.CONFIRMED : conclude(Phase.APPLY, decision);
    }

    /** Settles by one look what was sent and whose result nobody wrote; it stays open where the look does not tell. */
    void settle() throws InterruptedException {
        var phase = state().undo().open() ? Phase.UNDO : Phase.APPLY;
        if (!state().of(phase).open() || step().check() == null) {
            return;
        }
        var seen = look().once(phase);
        if (phase == Phase.APPLY && seen.verdict() == Verdict.CONFIRMED) {
            new StepJudgement(place).confirmed(phase, seen);
        } else if (phase == Phase.UNDO
                && seen.verdict() == Verdict.NOT_CONFIRMED
                && place.over(phase, requireNonNull(step().check()).settles())) {
            judge(phase, Outcome.UNDONE, "settled after an interruption", seen);
        }
    }

    /** What takes effect only after it was undone would be in force again. */
    private void letTheLostArrive() throws InterruptedException {
        var operation = step().apply();
        if (operation != null && state().apply().mayStillArrive() && !isUndone()) {
            var left = place.work().sending().transport(operation).patience().minus(place.sureAge(Phase.APPLY));
            if (left.isPositive()) {
                place.work().pace().sleep(left);
            }
        }
    }

    private boolean isUndone() {
        var outcome = state().undo().outcome();
        return outcome != null && outcome.undone();
    }

    /** Null: go on and undo. */
    private @Nullable Outcome lookBeforeUndo() throws InterruptedException {
        var cancels = 0;
        while (true) {
            var cancellable = mayBeCancelled() && cancels < SENT_AT_MOST;
            var decision = look().decide(Row.BEFORE_UNDO, Phase.APPLY, true, cancellable);
            switch (decision.next()) {
                case UNDO -> {
                    return saveForUndo(decision.seen());
                }
                case CANCEL -> {
                    place.work().pace().sleep(Duration.ofSeconds(cancels)); // the first time at once
                    cancels = cancel() ? SENT_AT_MOST : cancels + 1;
                }
                case NOTHING_OF_OURS -> {
                    return judge(Phase.UNDO, Outcome.NOTHING_OF_OURS, nothingOfOurs(), decision.seen());
                }
                default -> {
                    return judge(Phase.UNDO, Outcome.KEPT, kept(decision.seen()), decision.seen());
                }
            }
        }
    }

    /** What was seen in force is not under way any more: what is pending then is something else, an undo perhaps. */
    private boolean mayBeCancelled() {
        return step().cancel() != null && state().apply().outcome() != Outcome.CONFIRMED;
    }

    /** Whether nothing more comes of it: where its answer was lost it is sent again, if the look still says pending. */
    private boolean cancel() throws InterruptedException {
        return !(send(Phase.CANCEL, requireNonNull(step().cancel()), 1) instanceof Answer.Unanswered);
    }

    /**
     * What the undo refers to is not on record where the process died before its look; nor that what cannot be undone has
     * taken effect. Null: go on and undo.
     */
    private @Nullable Outcome saveForUndo(Looking.@Nullable Seen seen) {
        var saved = step().saves().stream().allMatch(save -> state().saved().containsKey(save.name()));
        if (saved && (step().undo() != null || state().apply().outcome() == Outcome.CONFIRMED)) {
            return null;
        }
        var outcome = new StepJudgement(place).confirmed(Phase.APPLY, seen);
        return outcome == Outcome.CONFIRMED ? null : outcome;
    }

    private Outcome carryOut(Phase phase, Operation operation) throws InterruptedException {
        var progress = state().of(phase);
        var row = row(progress, phase);
        var attempt = row == null && progress.outcome() != null ? progress.attempt() + 1 : place.attempt(phase);
        for (var sent = 0; sent < SENT_AT_MOST; sent++) {
            if (row == null) {
                var answer = send(phase, operation, attempt);
                var refused = state().of(phase).neverHappened();
                if (refused && !(answer instanceof Answer.Stale)) {
                    return judge(phase, notDone(phase), answer.inWords(), null);
                }
                row = refused ? answered(phase) : row(state().of(phase), phase); // stale: perhaps it is so already
            }
            var decision =
                    look().decide(requireNonNull(row), phase, operation.terms().repeatable(), false);
            switch (decision.next()) {
                case SEND_AGAIN -> {
                    row = null;
                    place.work().pace().sleep(Duration.ofSeconds(sent)); // the first time at once
                }
                case NEW_ATTEMPT -> {
                    judge(phase, Outcome.NOT_HAPPENED, "known not to have happened", decision.seen());
                    attempt++;
                    row = null;
                }
                default -> {
                    return conclude(phase, decision);
                }
            }
        }
        var why = "sent " + SENT_AT_MOST + " times, and its answer was lost each time";
        return judge(phase, Outcome.ASKS_A_PERSON, why, null);
    }

    /** Null where it must be sent first. */
    private static @Nullable Row row(Progress progress, Phase phase) {
        var undo = phase == Phase.UNDO;
        if (undo && progress.outcome() == Outcome.KEPT && progress.mayStillArrive()) {
            return Row.UNDO_LOST; // nobody could look, and nobody can yet say that it did not happen
        }
        if (!progress.begun() || progress.neverHappened() || progress.outcome() != null) {
            return null;
        }
        if (progress.open()) {
            return undo ? Row.UNDO_LOST : Row.LOST;
        }
        return answered(phase);
    }

    private static Row answered(Phase phase) {
        return phase == Phase.UNDO ? Row.AFTER_UNDO : Row.ANSWERED;
    }

    /** Nothing is sent, so no intent is written: a proof alone has changed nothing. */
    private Outcome prove() throws InterruptedException {
        return conclude(Phase.APPLY, look().decide(Row.ANSWERED, Phase.APPLY, true, false));
    }

    /** Journals the intent, sends, journals the answer; what never left this machine is tried again. */
    private Answer send(Phase phase, Operation operation, int attempt) throws InterruptedException {
        var at = place.at(phase, attempt);
        var work = place.work();
        var backoff = new Backoff();
        while (true) {
            var resolved = place.promises(phase, attempt).in(operation);
            work.pace().stopIfAsked();
            work.journal().write(new Event.Intended(at, Canonical.tree(resolved)));
            work.journal().demand();
            var answer = work.sending().send(resolved);
            work.journal().write(new Event.Answered(at, answer));
            var wait = backoff.after(answer, work.pace().now());
            if (wait.isEmpty()) {
                return answer;
            }
            work.pace().sleep(wait.get());
        }
    }

    private Outcome conclude(Phase phase, Decision decision) {
        var seen = decision.seen();
        return switch (decision.next()) {
            case DONE -> new StepJudgement(place).confirmed(phase, seen);
            case UNDONE -> judge(phase, Outcome.UNDONE, "", seen);
            case KEPT -> judge(phase, Outcome.KEPT, kept(seen), seen);
            case ASK_A_PERSON -> judge(phase, Outcome.ASKS_A_PERSON, unclear(seen), seen);
            default -> judge(phase, Outcome.FAILED, notInForce(phase, seen), seen);
        };
    }

    private Outcome judge(Phase phase, Outcome outcome, String why, Looking.@Nullable Seen seen) {
        return new StepJudgement(place).write(phase, outcome, why, seen);
    }

    private StepState state() {
        return place.state();
    }

    private StepLook look() {
        return new StepLook(place);
    }

    private static Outcome notDone(Phase phase) {
        return phase == Phase.UNDO ? Outcome.KEPT : Outcome.FAILED;
    }

    private String nothingOfOurs() {
        return switch (requireNonNullElse(state().apply().outcome(), Outcome.FAILED)) {
            case READY -> "nothing to do";
            case CONFIRMED, GONE ->
                released()
                        ? "released by the platform itself, whose own time-out had run out"
                        : step().temporary()
                                ? "it was over already"
                                : "no longer as it was left: somebody or something changed it since; not overwritten";
            default -> "it was not in force";
        };
    }

    /** The platform's own time-out has run out. */
    boolean released() {
        var after = step().releasedAfter();
        return after != null && place.over(Phase.APPLY, after);
    }

    private String kept(Looking.@Nullable Seen seen) {
        if (seen == null || seen.body() == null) {
            return seen == null || seen.why().isEmpty() ? "it is still in force" : "could not look: " + seen.why();
        }
        var check = step().check();
        var reason = check == null ? "" : check.reason(seen.body());
        return reason.isEmpty() ? "it is still in force" : "it is still in force: " + new VendorText(reason);
    }

    private static String unclear(Looking.@Nullable Seen seen) {
        return seen == null || seen.why().isEmpty()
                ? "sent, and its answer was lost; nothing tells whether it happened"
                : "could not look: " + seen.why();
    }

    private String notInForce(Phase phase, Looking.@Nullable Seen seen) {
        var answer = state().of(phase).answer();
        var said = answer == null || answer instanceof Answer.Ok ? "" : "; " + answer.inWords();
        var check = step().check();
        var reason = check == null || seen == null ? "" : check.reason(seen.body());
        if (!reason.isEmpty()) {
            return new VendorText(reason) + said;
        }
        return (step().isProof() ? "the proof failed" : "its effect did not show") + said;
    }
}
