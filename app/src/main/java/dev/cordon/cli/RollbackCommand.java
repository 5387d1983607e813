package dev.cordon.cli;

import dev.cordon.cli.Ending.Stopped;
import dev.cordon.execution.Platforms;
import dev.cordon.execution.Rollback;
import dev.cordon.plan.PlannedAction;
import dev.cordon.report.RollbackText;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a run back, or one action of it, the last first; then reads again and compares with what was before. */
@Command(
        name = "rollback",
        description = {
            "Takes back what a run did, or one action of it, the last first.",
            "What is no longer as it was left is reported, not overwritten; at the end the state is compared with that"
                    + " before."
        })
final class RollbackCommand implements Task {

    private final Workplace workplace;

    @Parameters(paramLabel = "RUN|ACTION", description = "A run, an action, or RUN/ACTION.")
    private String word = "";

    @Option(
            names = {"-y", "--yes"},
            description = "Does not ask.")
    private boolean yes;

    RollbackCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Ending run() throws InterruptedException {
        approval().mustBePossible("approve with --yes");
        try (var platforms = workplace.platforms()) {
            var choice = choice();
            var wanted = actions(choice);
            new ConfiguredFor(platforms).demand(wanted);
            workplace.console().show(intent(choice, wanted, platforms));
            approval().ask("Take this back?", "it stays in force");
            return rollback(choice, wanted, platforms);
        }
    }

    private RunChoice choice() {
        try (var data = workplace.dataToRead()) {
            return RunChoice.of(word, data.journal());
        }
    }

    /** The data folder is held only now: while a person is asked, the worker must be able to go on. */
    private Ending rollback(RunChoice choice, List<PlannedAction> wanted, Platforms platforms)
            throws InterruptedException {
        try (var data = workplace.dataToWrite();
                var work = new RunWork(workplace, platforms, data)) {
            work.settleInterrupted(Optional.of(choice.run().id()));
            return rollback(choice, wanted, platforms, work);
        }
    }

    private Ending rollback(RunChoice choice, List<PlannedAction> wanted, Platforms platforms, RunWork work)
            throws InterruptedException {
        return switch (work.rollback(choice.run().id(), choice.actions())) {
            case Rollback.Tried(var run) -> {
                var ids = wanted.stream().map(PlannedAction::id).toList();
                yield new RunEnding(workplace, platforms).of(ExitCode.ofRollback(run, ids), run);
            }
            case Rollback.Refused(var why) -> throw new Stopped(ExitCode.REFUSED, "nothing was changed: " + why);
            case Rollback.Unknown _ ->
                throw new Stopped(
                        ExitCode.REFUSED,
                        "the journal does not know " + choice.run().id() + " any more");
        };
    }

    private static List<PlannedAction> actions(RunChoice choice) {
        return choice.run().plan().actions().stream()
                .filter(action -> choice.actions().isEmpty() || choice.actions().contains(action.id()))
                .toList();
    }

    private String intent(RunChoice choice, List<PlannedAction> wanted, Platforms platforms) {
        var ids = wanted.stream().map(PlannedAction::id).toList();
        return new RollbackText(workplace.rendering(platforms)).of(choice.run(), ids);
    }

    private Approval approval() {
        return new Approval(workplace.console(), yes);
    }
}
