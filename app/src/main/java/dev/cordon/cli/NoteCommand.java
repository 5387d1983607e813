package dev.cordon.cli;

import dev.cordon.action.ActionId;
import dev.cordon.cli.Ending.Stopped;
import dev.cordon.execution.HandWork;
import dev.cordon.journal.Event;
import dev.cordon.journal.RunId;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import dev.cordon.journal.Store;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records what a person did or found by hand, in the journal of a run. Sends nothing. */
@Command(
        name = "note",
        description = {
            "Records what was done or found by hand: where an action stands by a person's word. Sends nothing.",
            "It settles an action that is uncertain or did not begin; a rollback still looks for what Cordon sent."
        })
final class NoteCommand implements Task {

    private final Workplace workplace;

    @Parameters(paramLabel = "RUN|ACTION", description = "A run with one action, an action, or RUN/ACTION.")
    private String what = "";

    @Option(
            names = "--completed",
            paramLabel = "TEXT",
            description = "It is in force: what was done, or how that was seen.")
    private Optional<String> completed = Optional.empty();

    @Option(names = "--failed", paramLabel = "TEXT", description = "It is not in force: why, or how that was seen.")
    private Optional<String> failed = Optional.empty();

    NoteCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Ending run() throws InterruptedException {
        if (completed.isPresent() == failed.isPresent()) {
            throw new Stopped(
                    ExitCode.BAD_INPUT, "say what a person found: --completed TEXT or --failed TEXT; one of them");
        }
        try (var platforms = workplace.platformsToShow();
                var data = workplace.dataToWrite()) {
            var choice = RunChoice.of(what, data.journal());
            var run = record(choice.run().id(), noted(choice.onlyAction()), data);
            return new RunEnding(workplace, platforms).of(ExitCode.DONE, run);
        }
    }

    private Event.Noted noted(ActionId action) {
        var status = completed.isPresent() ? Status.COMPLETED : Status.FAILED;
        var text = completed.or(() -> failed).orElse("");
        return new Event.Noted(action, status, workplace.surroundings().user(), text);
    }

    private RunState record(RunId run, Event.Noted noted, Store data) throws InterruptedException {
        var clock = workplace.surroundings().pace().clock();
        var handWork = new HandWork(data.journal(), clock, _ -> {});
        return switch (new WhenFree(workplace).take(() -> handWork.record(run, noted))) {
            case HandWork.Result.Recorded(var state) -> state;
            case HandWork.Result.Refused(var why) ->
                throw new Stopped(ExitCode.REFUSED, "nothing was recorded: " + why);
            case HandWork.Result.Unknown _ ->
                throw new Stopped(ExitCode.REFUSED, "the journal does not know " + run + " any more");
        };
    }
}
