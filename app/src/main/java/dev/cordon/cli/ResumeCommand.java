package dev.cordon.cli;

import dev.cordon.cli.Ending.Stopped;
import dev.cordon.execution.Engine;
import dev.cordon.execution.Interrupted;
import dev.cordon.execution.Platforms;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import dev.cordon.journal.Store;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;

/** Goes on with a run that was interrupted, or with an undo that did not come to its end. */
@Command(
        name = "resume",
        description = {
            "Goes on with an interrupted run: what was sent and not answered is looked at first, nothing is done twice.",
            "A rollback that did not come to its end is tried again. What was approved needs no second approval."
        })
final class ResumeCommand implements Task {

    private final Workplace workplace;

    @Parameters(arity = "0..1", paramLabel = "RUN", description = "Needed only where several were interrupted.")
    private Optional<String> run = Optional.empty();

    @Option(
            names = {"-y", "--yes"},
            description = "Taken for scripts that give it to apply and rollback as well: resuming asks nothing.")
    @SuppressWarnings("unused") // what it says is so without it
    private boolean yes;

    ResumeCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Ending run() throws InterruptedException {
        try (var platforms = workplace.platforms();
                var data = workplace.dataToWrite()) {
            var chosen = choose(data);
            return chosen.isPresent() ? resume(chosen.get(), platforms, data) : nothing();
        }
    }

    private Optional<RunState> choose(Store data) {
        if (run.isPresent()) {
            return Optional.of(RunChoice.run(run.get(), data.journal()));
        }
        var interrupted = Interrupted.in(data.journal());
        if (interrupted.size() > 1) {
            throw new Stopped(
                    ExitCode.BAD_INPUT,
                    "several runs were interrupted; say which: "
                            + String.join(
                                    ", or ",
                                    interrupted.stream()
                                            .map(it -> "'cordon resume " + it.id() + "'")
                                            .toList()));
        }
        return interrupted.stream().findFirst();
    }

    private Ending resume(RunState state, Platforms platforms, Store data) throws InterruptedException {
        var ending = new RunEnding(workplace, platforms);
        if (state.closed() && !hasUnfinishedUndo(state)) {
            workplace.console().note("run " + state.id() + whyNotResumed(state));
            return ending.of(ExitCode.of(state), state);
        }
        new ConfiguredFor(platforms).demand(state.plan());
        try (var work = new RunWork(workplace, platforms, data)) {
            var now = work.resume(state);
            return ending.of(ExitCode.ofResumed(now, rollbackWasAsked(state)), now);
        }
    }

    private static String whyNotResumed(RunState state) {
        return state.status() == Status.AWAITING_APPROVAL
                ? " has not begun: it waits for approval"
                : " has ended already; nothing is left to resume";
    }

    /** Also beside an action that is worse off, so that the run as a whole stands elsewhere. */
    private static boolean hasUnfinishedUndo(RunState state) {
        return state.actions().values().stream().anyMatch(action -> action.status() == Status.ROLLING_BACK);
    }

    /** By a person, not by the failure policy. */
    private static boolean rollbackWasAsked(RunState state) {
        return state.actions().values().stream()
                .filter(action -> action.status() == Status.ROLLING_BACK)
                .anyMatch(action -> !Engine.isFailurePolicy(action.undoAskedBy()));
    }

    private static Ending nothing() {
        var json = JsonNodeFactory.instance.objectNode().putNull("run");
        json.put("status", "nothing to resume").putArray("actions");
        return new Ending.Result(ExitCode.DONE, "no run was interrupted; nothing to resume", json);
    }
}
