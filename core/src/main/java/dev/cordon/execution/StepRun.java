package dev.cordon.execution;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.cordon.action.ActionId;
import dev.cordon.execution.Rule.Next;
import dev.cordon.execution.Rule.Row;
import dev.cordon.journal.At.Spot;
import dev.cordon.journal.Event;
import dev.cordon.journal.Outcome;
import dev.cordon.journal.Phase;
import dev.cordon.journal.StepState;
import dev.cordon.journal.StepState.Progress;
import dev.cordon.operation.Answer;
import dev.cordon.operation.Operation;
import dev.cordon.plan.Canonical;
import dev.cordon.plan.Save;
import dev.cordon.plan.Step;
import dev.cordon.plan.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Applies one step, or takes it back, from wherever the journal says that it stands: a fresh start, a restart after a
 * crash and an undo are the same code.
 *
 * @param item the member that the step works on; null outside an {@code Each}
 */
record StepRun(
        Work work,
        ActionId action,
        Step step,
        Spot spot,
        @Nullable JsonNode item) {

    private static final int SENT_AT_MOST = 5;
    private static final int SEEN_AT_MOST = 4_000;

    /** Until its effect is confirmed, or it is known that it will not be. */
    Outcome apply() throws InterruptedException {
        var decided = state().apply().outcome();
        if (decided != null && decided != Outcome.NOT_HAPPENED) {
            return decided;
        }
        var operation = step.apply();
        if (operation != null) {
            return carryOut(Phase.APPLY, operation);
        }
        return step.undo() == null ? prove() : judge(Phase.APPLY, Outcome.READY, "acts when this is undone", null);
    }

    /** Until its effect is gone, or it is known why not. What never happened needs nothing. */
    Outcome undo() throws InterruptedException {
        var decided = state().undo().outcome();
        var operation = step.undo();
        if (operation == null || nothingHappened()) {
            return Outcome.NOTHING_OF_OURS;
        }
        if (decided != null && decided.undone()) {
            return decided;
        }
        var undo = state().undo();
        if (step.check() != null && !undo.open() && !(undo.answer() instanceof Answer.Ok && decided == null)) {
            var before = lookBeforeUndo();
            if (before != null) {
                return before;
            }
        }
        return carryOut(Phase.UNDO, operation);
    }

    /** Looks again when its {@code holds} is over: what was confirmed must have stayed so. */
    Outcome holds() throws InterruptedException {
        var check = requireNonNull(step.check());
        var since = since(Phase.APPLY).plus(check.holds());
        var left = Duration.between(work.pace().now(), since);
        if (left.isPositive()) {
            work.pace().sleep(left);
        }
        var decision = decide(Row.ANSWERED, Phase.APPLY, true, false);
        return decision.next() == Next.DONE ? Outcome.CONFIRMED : conclude(Phase.APPLY, decision);
    }

    /** Settles by reading alone what was sent and whose result nobody wrote; true where it is settled now. */
    boolean settle() throws InterruptedException {
        var phase = state().undo().open() ? Phase.UNDO : Phase.APPLY;
        var check = step.check();
        if (!state().of(phase).open() || check == null) {
            return false;
        }
        var seen = work.looking().look(check, promises(phase, attempt(phase)));
        var done = phase == Phase.APPLY ? Verdict.CONFIRMED : Verdict.NOT_CONFIRMED;
        if (seen.verdict() != done || !over(since(phase), check.settles())) {
            return false;
        }
        judge(phase, phase == Phase.APPLY ? Outcome.CONFIRMED : Outcome.UNDONE, "settled after an interruption", seen);
        return true;
    }

    private boolean nothingHappened() {
        var apply = state().apply();
        if (apply.outcome() == Outcome.READY) {
            return false;
        }
        return !apply.begun() || apply.neverSent() || refused(apply.answer());
    }

    private static boolean refused(@Nullable Answer answer) {
        return answer instanceof Answer.Rejected || answer instanceof Answer.Unauthorized;
    }

    /** Null: go on and undo. */
    private @Nullable Outcome lookBeforeUndo() throws InterruptedException {
        var cancelled = false;
        while (true) {
            var decision = decide(Row.BEFORE_UNDO, Phase.APPLY, true, step.cancel() != null && !cancelled);
            switch (decision.next()) {
                case UNDO -> {
                    return null;
                }
                case CANCEL -> {
                    send(Phase.CANCEL, requireNonNull(step.cancel()), 1);
                    cancelled = true;
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

    private String nothingOfOurs() {
        return switch (requireNonNullElse(state().apply().outcome(), Outcome.FAILED)) {
            case READY -> "nothing to do";
            case CONFIRMED ->
                released()
                        ? "released by the platform itself, whose own time-out had run out"
                        : "no longer as it was left: somebody or something changed it since; not overwritten";
            default -> "it was not in force";
        };
    }

    private boolean released() {
        var after = step.releasedAfter();
        return after != null && over(since(Phase.APPLY), after);
    }

    private Outcome carryOut(Phase phase, Operation operation) throws InterruptedException {
        var undo = phase == Phase.UNDO;
        var progress = state().of(phase);
        var row = row(progress, undo);
        var attempt = row == null && progress.outcome() != null ? progress.attempt() + 1 : attempt(phase);
        for (var sent = 0; sent < SENT_AT_MOST; sent++) {
            if (row == null) {
                var answer = send(phase, operation, attempt);
                if (refused(answer) || answer instanceof Answer.Unreachable || answer instanceof Answer.Throttled) {
                    return judge(phase, undo ? Outcome.KEPT : Outcome.FAILED, answer.inWords(), null);
                }
                row = row(state().of(phase), undo);
            }
            var decision = decide(requireNonNull(row), phase, operation.terms().repeatable(), false);
            switch (decision.next()) {
                case SEND_AGAIN -> row = null;
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
        return judge(
                phase,
                Outcome.ASKS_A_PERSON,
                "sent " + SENT_AT_MOST + " times, and its answer was lost each time",
                null);
    }

    /** Null where it must be sent first. */
    private static @Nullable Row row(Progress progress, boolean undo) {
        if (!progress.begun() || progress.neverSent() || progress.outcome() != null) {
            return null;
        }
        if (progress.open()) {
            return undo ? Row.UNDO_LOST : Row.LOST;
        }
        return undo ? Row.AFTER_UNDO : Row.ANSWERED;
    }

    private Outcome conclude(Phase phase, Decision decision) {
        var seen = decision.seen();
        return switch (decision.next()) {
            case DONE -> confirmed(phase, seen);
            case UNDONE -> judge(phase, Outcome.UNDONE, "", seen);
            case KEPT -> judge(phase, Outcome.KEPT, kept(seen), seen);
            case ASK_A_PERSON -> judge(phase, Outcome.ASKS_A_PERSON, unclear(seen), seen);
            default -> judge(phase, Outcome.FAILED, notInForce(phase), seen);
        };
    }

    private Outcome confirmed(Phase phase, Looking.@Nullable Seen seen) {
        var missing =
                step.saves().stream().filter(save -> value(save, seen) == null).findFirst();
        if (missing.isPresent()) {
            var why = "'" + missing.get().name() + "' was only in the answer that was lost";
            return judge(phase, Outcome.ASKS_A_PERSON, why, seen);
        }
        return judge(phase, Outcome.CONFIRMED, "", seen);
    }

    private Outcome prove() throws InterruptedException {
        work.journal()
                .write(new Event.Intended(spot.at(action, Phase.APPLY, attempt(Phase.APPLY)), Canonical.parse("{}")));
        return conclude(Phase.APPLY, decide(Row.ANSWERED, Phase.APPLY, true, false));
    }

    /** Journals the intent, sends, journals the answer; what never left this machine is tried again. */
    private Answer send(Phase phase, Operation operation, int attempt) throws InterruptedException {
        var at = spot.at(action, phase, attempt);
        var backoff = new Backoff();
        while (true) {
            var resolved = promises(phase, attempt).in(operation);
            work.journal().write(new Event.Intended(at, Canonical.tree(resolved)));
            var platform = work.platforms().apply(resolved.terms().on());
            var answer = platform.transport().run(resolved);
            work.journal().write(new Event.Answered(at, answer));
            var wait = backoff.next();
            if (wait.isEmpty() || !(answer instanceof Answer.Throttled || answer instanceof Answer.Unreachable)) {
                return answer;
            }
            work.pace().sleep(wait.get());
        }
    }

    /** What follows from a look, and the look; null where the step has none. */
    private record Decision(Next next, Looking.@Nullable Seen seen) {}

    private Decision decide(Row row, Phase phase, boolean repeatable, boolean cancellable) throws InterruptedException {
        var check = step.check();
        if (check == null) {
            return new Decision(withoutLooking(row, phase, repeatable), null);
        }
        var unknown = new Backoff();
        var poll = Duration.ofMillis(50);
        while (true) {
            var seen = work.looking().look(check, promises(phase, attempt(phase)));
            var patience = seen.verdict() == Verdict.UNKNOWN ? unknown.next() : Optional.<Duration>empty();
            if (patience.isEmpty()) {
                var circumstances = new Rule.Circumstances(
                        over(since(phase), check.settles()),
                        over(since(phase), check.within()),
                        repeatable,
                        !check.settles().isZero(),
                        cancellable);
                var next = Rule.next(row, seen.verdict(), circumstances);
                if (next != Next.WAIT) {
                    return new Decision(next, seen);
                }
            }
            poll = longer(poll);
            work.pace().sleep(patience.orElse(poll));
        }
    }

    private Next withoutLooking(Row row, Phase phase, boolean repeatable) {
        var ok = state().of(phase).answer() instanceof Answer.Ok;
        return switch (row) {
            case ANSWERED -> ok ? Next.DONE : Next.FAILED;
            case AFTER_UNDO -> ok ? Next.UNDONE : Next.KEPT;
            case LOST, UNDO_LOST -> repeatable ? Next.SEND_AGAIN : Next.ASK_A_PERSON;
            case BEFORE_UNDO -> Next.UNDO;
        };
    }

    private boolean over(Instant since, Duration time) {
        return !work.pace().now().isBefore(since.plus(time));
    }

    private static Duration longer(Duration poll) {
        var doubled = poll.multipliedBy(2);
        var most = Duration.ofSeconds(2);
        return doubled.compareTo(most) > 0 ? most : doubled;
    }

    private Instant since(Phase phase) {
        return requireNonNullElse(state().of(phase).since(), work.pace().now());
    }

    private int attempt(Phase phase) {
        return Math.max(1, state().of(phase).attempt());
    }

    private StepState state() {
        return work.journal().state().action(action).step(spot);
    }

    private Outcome judge(Phase phase, Outcome outcome, String why, Looking.@Nullable Seen seen) {
        var saved = outcome == Outcome.CONFIRMED ? saved(seen) : new TreeMap<String, JsonNode>();
        work.journal()
                .write(new Event.Judged(
                        spot.at(action, phase, attempt(phase)),
                        outcome,
                        seen == null ? null : seen.verdict(),
                        why,
                        seen == null ? null : cut(seen.body()),
                        saved));
        return outcome;
    }

    private SortedMap<String, JsonNode> saved(Looking.@Nullable Seen seen) {
        var saved = new TreeMap<String, JsonNode>();
        step.saves().forEach(save -> saved.put(save.name(), requireNonNull(value(save, seen))));
        return saved;
    }

    private @Nullable JsonNode value(Save save, Looking.@Nullable Seen seen) {
        var document = switch (save.from()) {
            case CHECK -> seen == null ? null : seen.body();
            case ANSWER -> state().apply().answer() instanceof Answer.Ok(var body) ? body : null;
        };
        var value = document == null ? null : save.at().in(document);
        return value == null || value.isMissingNode() ? null : value;
    }

    private static @Nullable JsonNode cut(@Nullable JsonNode body) {
        if (body == null || body.toString().length() <= SEEN_AT_MOST) {
            return body;
        }
        return Canonical.tree(new Cut(
                "more than " + SEEN_AT_MOST + " characters",
                Canonical.digest(body).value()));
    }

    private record Cut(String cut, String sha256) {}

    private static String kept(Looking.@Nullable Seen seen) {
        return seen == null || seen.why().isEmpty() ? "it is still in force" : "could not look: " + seen.why();
    }

    private static String unclear(Looking.@Nullable Seen seen) {
        return seen == null || seen.why().isEmpty()
                ? "sent, and its answer was lost; nothing tells whether it happened"
                : "could not look: " + seen.why();
    }

    private String notInForce(Phase phase) {
        var answer = state().of(phase).answer();
        var said = answer == null || answer instanceof Answer.Ok ? "" : "; " + answer.inWords();
        return (step.isProof() ? "the proof failed" : "its effect did not show") + said;
    }

    private Promises promises(Phase phase, int attempt) {
        var actionState = work.journal().state().action(action);
        var saved = new TreeMap<String, JsonNode>();
        actionState.steps().forEach((other, stepState) -> {
            if (other.member() == null || other.member().equals(spot.member())) {
                saved.putAll(stepState.saved());
            }
        });
        return new Promises(
                work.journal().run(),
                spot.at(action, phase, attempt),
                saved,
                item,
                name -> Math.max(
                        1,
                        actionState.step(new Spot(name, spot.member())).apply().attempt()));
    }
}
