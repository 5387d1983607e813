package dev.cordon.execution;

import dev.cordon.execution.Drawing.Drawn;
import dev.cordon.journal.ActionState;
import dev.cordon.journal.At.Spot;
import dev.cordon.journal.Event;
import dev.cordon.journal.Outcome;
import dev.cordon.journal.Status;
import dev.cordon.journal.StepState;
import dev.cordon.plan.Each;
import dev.cordon.plan.Part;
import dev.cordon.plan.PlannedAction;
import dev.cordon.plan.Reversibility;
import dev.cordon.plan.Stage;
import dev.cordon.plan.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Applies or undoes one action, stage by stage, from wherever its journal says that it stands.
 *
 * @param redraw discovers and plans anew; what drift and the end of an undo are measured by
 */
record ActionRun(Work work, PlannedAction action, Supplier<Drawn> redraw) {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    /** Where the action stands afterwards; the journal says why. */
    Status apply() throws InterruptedException {
        if (!state().mayHaveChanged()) {
            var stopped = drift().or(this::spared);
            if (stopped.isPresent()) {
                return stands(Status.FAILED, stopped.get());
            }
        }
        if (state().status() != Status.IN_PROGRESS) {
            work.journal().write(new Event.Began(action.id()));
        }
        var outcome = applyStages();
        var left = undoTemporary();
        return switch (Together.gravest(List.of(outcome, left))) {
            case ASKS_A_PERSON -> stands(Status.UNCERTAIN, reasons());
            case FAILED, NOT_HAPPENED, KEPT -> stands(Status.FAILED, reasons());
            default -> stands(Status.COMPLETED, action.plan().isEmpty() ? "was in force already" : reasons());
        };
    }

    /** The plan in reverse, but for what the journal says never happened; then discovers again and compares. */
    Status undo() throws InterruptedException {
        var outcomes = new ArrayList<Outcome>();
        for (var stage : action.plan().stages().reversed()) {
            for (var part : stage.parts().reversed()) {
                outcomes.add(undo(part));
            }
        }
        return switch (Together.gravest(outcomes)) {
            case ASKS_A_PERSON -> stands(Status.UNCERTAIN, reasons());
            case KEPT, FAILED, NOT_HAPPENED -> stands(Status.ROLLING_BACK, "kept, to be tried again: " + reasons());
            default -> proveRestored();
        };
    }

    /** Settles open intents by reading alone. */
    void settle() throws InterruptedException {
        for (var run : runs()) {
            run.settle();
        }
    }

    private Outcome applyStages() throws InterruptedException {
        for (var stage : action.plan().stages()) {
            var outcome = Together.gravest(
                    Together.run(stage.parts().stream().map(this::applying).toList()));
            if (outcome != Outcome.CONFIRMED && outcome != Outcome.READY) {
                return outcome;
            }
        }
        return stayInForce();
    }

    private Callable<Outcome> applying(Part part) {
        return () -> switch (part) {
            case Each each -> new EachRun(work, action.id(), each).apply();
            case Step step -> forgiven(step, run(step).apply());
        };
    }

    /** An optional step may fail; what nobody can tell is forgiven to none. */
    private static Outcome forgiven(Step step, Outcome outcome) {
        return step.optional() && outcome == Outcome.FAILED ? Outcome.CONFIRMED : outcome;
    }

    private Outcome undo(Part part) throws InterruptedException {
        return switch (part) {
            case Each each -> new EachRun(work, action.id(), each).undo();
            case Step step -> run(step).undo();
        };
    }

    /** Each effect that must hold for a time is looked at again when that time is over, counted from now on. */
    private Outcome stayInForce() throws InterruptedException {
        var began = work.pace().elapsed();
        for (var run : runs()) {
            var outcome = run.mustHold() ? forgiven(run.step(), run.holds(began)) : Outcome.CONFIRMED;
            if (outcome != Outcome.CONFIRMED) {
                return outcome;
            }
        }
        return Outcome.CONFIRMED;
    }

    private Outcome undoTemporary() throws InterruptedException {
        var outcomes = new ArrayList<Outcome>();
        for (var run : runs().reversed()) {
            if (run.step().temporary()) {
                outcomes.add(run.undo());
            }
        }
        return Together.gravest(outcomes);
    }

    /** Protected since it was planned, or planned elsewhere. */
    private Optional<String> spared() {
        return work.guard().refusal(action.plan().touches()).map(why -> "refused, nothing was changed: " + why);
    }

    /** Empty when the approved facts still hold; else what is different. */
    private Optional<String> drift() throws InterruptedException {
        return switch (drawnAnew()) {
            case Drawn.Planned(var _, var facts, var _, var plan) -> {
                var differences = Differences.between(action.facts(), facts);
                if (!differences.isEmpty()) {
                    yield Optional.of("drift, nothing was changed; since the plan was drawn up: " + differences);
                }
                yield plan.digest().equals(action.digest())
                        ? Optional.empty()
                        : Optional.of("drift, nothing was changed: the same facts now give another plan");
            }
            case Drawn.NotFound(var what) -> Optional.of("drift, nothing was changed: not found any more: " + what);
            case Drawn.Ambiguous(var what, var candidates) ->
                Optional.of("drift, nothing was changed: " + what + " is ambiguous now: " + candidates);
            case Drawn.Unreadable(var why) -> Optional.of("nothing was changed: " + why);
            case Drawn.Declined(var reason, var _) -> Optional.of("refused, nothing was changed: " + reason);
        };
    }

    private Status proveRestored() throws InterruptedException {
        if (!state().mayHaveChanged()) {
            return stands(Status.ROLLED_BACK, "it had changed nothing");
        }
        var until = work.pace().elapsed().plus(action.plan().longestSettles()).plusSeconds(1);
        while (true) {
            var different = unlikeBefore();
            if (different.isEmpty()) {
                return stands(Status.ROLLED_BACK, reported());
            }
            if (work.pace().elapsed().compareTo(until) > 0) {
                return stands(
                        Status.FAILED, whatStays() + "the state is not as it was read before: " + different.get());
            }
            work.pace().sleep(BETWEEN_LOOKS);
        }
    }

    /** What took effect and cannot be undone is why. */
    private String whatStays() {
        var stays = runs().stream()
                .filter(run -> run.step().reversibility() instanceof Reversibility.None)
                .filter(StepRun::isInForce)
                .map(run -> run.step().name())
                .distinct()
                .toList();
        return stays.isEmpty()
                ? "undone, but "
                : "'" + String.join("', '", stays) + "' took effect and cannot be undone, so ";
    }

    private Optional<String> unlikeBefore() throws InterruptedException {
        return switch (drawnAnew()) {
            case Drawn.Planned(var _, var facts, var _, var _) -> unlike(facts);
            case Drawn.Declined(var _, var facts) -> unlike(facts);
            case Drawn.NotFound(var what) -> Optional.of("not found any more: " + what);
            case Drawn.Ambiguous(var what, var _) -> Optional.of("ambiguous now: " + what);
            case Drawn.Unreadable(var why) -> Optional.of("could not be read: " + why);
        };
    }

    /** Reading that was broken off because somebody asked to stop says nothing about the world. */
    Drawn drawnAnew() throws InterruptedException {
        var drawn = redraw.get();
        work.pace().stopIfAsked();
        return drawn;
    }

    private Optional<String> unlike(JsonNode facts) {
        return Optional.of(Differences.between(action.facts(), facts)).filter(text -> !text.isEmpty());
    }

    /** One for each step, and for each step of each member that is known, in the order of the plan. */
    List<StepRun> runs() {
        return action.plan().stages().stream()
                .map(Stage::parts)
                .flatMap(List::stream)
                .flatMap(part -> runs(part).stream())
                .toList();
    }

    List<StepRun> runs(Part part) {
        return switch (part) {
            case Each each -> new EachRun(work, action.id(), each).runs();
            case Step step -> List.of(run(step));
        };
    }

    private StepRun run(Step step) {
        return new StepRun(new StepPlace(work, action.id(), step, new Spot(step.name(), null), null));
    }

    ActionState state() {
        return work.journal().state().action(action.id());
    }

    private Status stands(Status status, String note) {
        work.journal().write(new Event.Stands(action.id(), status, note));
        return status;
    }

    private String reasons() {
        return saying(Outcome.FAILED, Outcome.KEPT, Outcome.ASKS_A_PERSON);
    }

    private String reported() {
        return saying(Outcome.NOTHING_OF_OURS);
    }

    private String saying(Outcome... outcomes) {
        var wanted = List.of(outcomes);
        return String.join(
                "; ",
                state().steps().entrySet().stream()
                        .flatMap(step -> progress(step.getValue())
                                .filter(progress -> progress.outcome() != null
                                        && wanted.contains(progress.outcome())
                                        && !progress.why().isEmpty())
                                .map(progress -> step.getKey() + ": " + progress.why()))
                        .toList());
    }

    private static Stream<StepState.Progress> progress(StepState step) {
        return Stream.of(step.apply(), step.undo());
    }
}
