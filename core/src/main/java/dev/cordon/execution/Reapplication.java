package dev.cordon.execution;

import dev.cordon.execution.Drawing.Drawn;
import dev.cordon.journal.At.Spot;
import dev.cordon.journal.Event;
import dev.cordon.journal.Outcome;
import dev.cordon.plan.Asset;
import dev.cordon.plan.Canonical;
import dev.cordon.plan.Each;
import dev.cordon.plan.Part;
import dev.cordon.plan.Plan;
import dev.cordon.plan.Reader;
import dev.cordon.plan.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Applies again what somebody undid of an action in force: exactly the stored steps that are gone, each as a new attempt.
 *
 * <p>Only where what is there now would be given the very same steps, undo included. Then undoing them restores what was
 * there before the action was first applied, and nothing is overwritten that somebody else has put in its place.
 */
record Reapplication(ActionRun action) {

    private static final int IN_A_ROW = 3;

    /** Why it must not be; empty where it may. Writes nothing. */
    Optional<String> refusal() throws InterruptedException {
        var drift = action.state().drift();
        var gone = drift.gone();
        if (!action.action().watch().reapply()) {
            return Optional.of("it is not to be applied again by itself");
        }
        if (drift.triesInRow(action.work().pace().now()) >= IN_A_ROW) {
            return Optional.of("it was applied again " + IN_A_ROW
                    + " times within a day, and no more is tried: find out" + " who undoes it");
        }
        if (gone.stream().anyMatch(spot -> outcome(spot) == Outcome.ASKS_A_PERSON)) {
            return Optional.of("nobody can tell what came of applying it again");
        }
        var spared = action.work().guard().refusal(touched(gone));
        return spared.isPresent() ? spared : unlike(gone);
    }

    /** Stage by stage, as at first; the first stage that does not come to its end is the last. */
    void apply(List<InForce.Look> looks) throws InterruptedException {
        action.work().journal().write(new Event.Reapplying(action.action().id()));
        markFailed(looks);
        goOn();
    }

    /** Also what an interrupted one left under way. */
    void goOn() throws InterruptedException {
        for (var stage : action.action().plan().stages()) {
            var outcomes = Together.run(runs(stage));
            if (Together.gravest(outcomes) != Outcome.CONFIRMED) {
                return;
            }
        }
    }

    /** A step of it was sent, and nothing is decided: the process died. */
    boolean isUnderWay() {
        return action.state().drift().gone().stream()
                .map(spot -> action.state().step(spot).apply())
                .anyMatch(progress -> progress.begun() && progress.outcome() == null);
    }

    /** What failed when it was last applied again is gone still. */
    private void markFailed(List<InForce.Look> looks) {
        var failed = looks.stream()
                .filter(look -> outcome(look.spot()) == Outcome.FAILED)
                .map(InForce.Look::lost)
                .toList();
        if (!failed.isEmpty()) {
            action.work().journal().write(new Event.Drifted(action.action().id(), failed));
        }
    }

    private List<Callable<Outcome>> runs(Stage stage) {
        var gone = action.state().drift().gone();
        var runs = new ArrayList<Callable<Outcome>>();
        for (var part : stage.parts()) {
            for (var run : action.runs(part)) {
                if (gone.contains(run.place().spot())) {
                    runs.add(run::apply);
                }
            }
        }
        return runs;
    }

    private Optional<String> unlike(Set<Spot> gone) throws InterruptedException {
        return switch (action.drawnAnew()) {
            case Drawn.Planned(var resolved, var _, var _, var plan) ->
                resolved.equals(action.action().resolved())
                        ? differing(plan, gone)
                        : Optional.of("the target is another one now: " + resolved);
            case Drawn.Declined(var reason, var _) -> Optional.of("refused now: " + reason);
            case Drawn.NotFound(var what) -> Optional.of("not found any more: " + what);
            case Drawn.Ambiguous(var what, var _) -> Optional.of("ambiguous now: " + what);
            case Drawn.Unreadable(var why) -> Optional.of("could not be read: " + why);
        };
    }

    private Optional<String> differing(Plan now, Set<Spot> gone) throws InterruptedException {
        var would = now.parts().stream().map(Canonical::digest).toList();
        for (var part : parts(gone)) {
            var other = !would.contains(Canonical.digest(part));
            if (other || (part instanceof Each each && isOther(each, gone))) {
                return Optional.of(
                        "'" + part.name() + "' would now overwrite what was not there before it was applied");
            }
        }
        return Optional.empty();
    }

    /** A member that is gone, or is not as it was found: its undo would restore something else. */
    private boolean isOther(Each each, Set<Spot> gone) throws InterruptedException {
        try {
            var found = new MemberSearch(action.work(), action.action().id(), each).find();
            return action.state().membersOf(each.name()).entrySet().stream()
                    .filter(member -> isGone(each, member.getKey(), gone))
                    .anyMatch(member -> !member.getValue().equals(found.get(member.getKey())));
        } catch (Reader.CouldNotRead | Promises.BrokenPromise e) {
            return true;
        }
    }

    private static boolean isGone(Each each, String member, Set<Spot> gone) {
        return each.steps().stream().anyMatch(step -> gone.contains(new Spot(step.name(), member)));
    }

    private List<Part> parts(Set<Spot> gone) {
        return action.action().plan().parts().stream()
                .filter(part -> part.steps().stream()
                        .anyMatch(step ->
                                gone.stream().anyMatch(spot -> spot.step().equals(step.name()))))
                .toList();
    }

    private List<Asset> touched(Set<Spot> gone) {
        var touched = new ArrayList<>(action.action().plan().touches());
        for (var each : action.action().plan().eaches()) {
            action.state().membersOf(each.name()).forEach((key, item) -> {
                if (isGone(each, key, gone)) {
                    touched.add(each.asset(item));
                }
            });
        }
        return touched;
    }

    private Outcome outcome(Spot spot) {
        var outcome = action.state().step(spot).apply().outcome();
        return outcome == null ? Outcome.GONE : outcome;
    }
}
