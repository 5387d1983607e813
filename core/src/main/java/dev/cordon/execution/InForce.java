package dev.cordon.execution;

import dev.cordon.journal.At.Spot;
import dev.cordon.journal.Drift;
import dev.cordon.journal.Event;
import dev.cordon.journal.Outcome;
import dev.cordon.journal.Phase;
import dev.cordon.operation.VendorText;
import dev.cordon.plan.Check;
import dev.cordon.plan.Step;
import dev.cordon.plan.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Looks at every effect of an action that is in force whether it still is, and writes down what changed since the last
 * look: nothing where nothing did. Sends nothing but reads.
 */
record InForce(ActionRun action) {

    private static final Duration FIRST_POLL = Duration.ofMillis(50);
    private static final Duration LONGEST_POLL = Duration.ofSeconds(2);

    /** A step, and what a look at it came to. */
    record Look(StepRun run, Looking.Seen seen) {

        Spot spot() {
            return run.place().spot();
        }

        Verdict verdict() {
            return seen.verdict();
        }

        /** In words: what is not as it was left. */
        String inWords() {
            var reason = check(run.step()).reason(seen.body());
            return spot() + (reason.isEmpty() ? "" : ": " + new VendorText(reason));
        }

        Event.Lost lost() {
            var reason = check(run.step()).reason(seen.body());
            return new Event.Lost(
                    run.step().name(),
                    spot().member(),
                    reason.isEmpty() ? "somebody or something undid it" : new VendorText(reason).toString(),
                    StepJudgement.cut(seen.body()));
        }
    }

    /** One look at each of them, side by side. */
    List<Look> look() throws InterruptedException {
        var looks = new ArrayList<Callable<Look>>();
        for (var run : action.runs()) {
            if (isWatched(run)) {
                looks.add(() -> new Look(run, settled(run)));
            }
        }
        return Together.run(looks);
    }

    /** What is gone, and was there at the last look, is written; and what is back. */
    void record(List<Look> looks) {
        var lost = looks.stream()
                .filter(look -> look.verdict() == Verdict.NOT_CONFIRMED)
                .filter(look -> !drift().gone().contains(look.spot()))
                .map(Look::lost)
                .toList();
        if (!lost.isEmpty()) {
            write(new Event.Drifted(action.action().id(), lost));
        }
        looks.stream()
                .filter(look -> look.verdict() == Verdict.CONFIRMED)
                .filter(look -> look.run().place().state().apply().outcome() != Outcome.CONFIRMED)
                .forEach(look -> new StepJudgement(look.run().place()).confirmed(Phase.APPLY, look.seen()));
        sayIfRestored();
    }

    /** Whether it is whole again. */
    boolean sayIfRestored() {
        var state = action.state();
        var gone = state.drift().gone();
        var whole = !gone.isEmpty()
                && gone.stream().allMatch(spot -> state.step(spot).apply().outcome() == Outcome.CONFIRMED);
        if (whole) {
            write(new Event.Restored(action.action().id()));
        }
        return whole;
    }

    /** What was applied and confirmed, is not meant for a time only, and has not run out by itself. */
    private boolean isWatched(StepRun run) {
        var step = run.step();
        var leaves = step.undo() != null || !step.touches().isEmpty();
        return step.apply() != null && step.check() != null && leaves && !step.temporary() && stands(run);
    }

    private boolean stands(StepRun run) {
        var stands = run.isInForce() || drift().gone().contains(run.place().spot());
        return stands && !run.released();
    }

    /** That an effect is gone is believed only when it stays so for as long as one may take to show. */
    private Looking.Seen settled(StepRun run) throws InterruptedException {
        var pace = action.work().pace();
        var look = new StepLook(run.place());
        var seen = look.once(Phase.APPLY);
        var until = pace.elapsed().plus(check(run.step()).settles());
        var poll = FIRST_POLL;
        while (seen.verdict() == Verdict.NOT_CONFIRMED && pace.elapsed().compareTo(until) < 0) {
            pace.sleep(poll);
            poll = poll.compareTo(LONGEST_POLL) < 0 ? poll.multipliedBy(2) : poll;
            seen = look.once(Phase.APPLY);
        }
        return seen;
    }

    private Drift drift() {
        return action.state().drift();
    }

    private void write(Event event) {
        action.work().journal().write(event);
    }

    private static Check check(Step step) {
        var check = step.check();
        if (check == null) {
            throw new IllegalStateException("step '" + step.name() + "' has no check");
        }
        return check;
    }
}
