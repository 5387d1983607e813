package dev.cordon.cli;

import dev.cordon.action.Reason;
import dev.cordon.cli.Ending.Stopped;
import dev.cordon.cli.Ending.Trouble;
import dev.cordon.document.Durations;
import dev.cordon.document.Printable;
import dev.cordon.execution.Extension;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Store;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Moves the end of an action that is in force, with a reason, in the journal. Sends nothing. */
@Command(
        name = "extend",
        description = {
            "Moves the time at which an action is undone by itself, and records why. Sends nothing.",
            "What the platform itself ends is refused, where it cannot be told any more: apply it again."
        })
final class ExtendCommand implements Task {

    private final Workplace workplace;

    @Parameters(paramLabel = "RUN|ACTION", description = "A run with one action, an action, or RUN/ACTION.")
    private String what = "";

    @Option(names = "--by", paramLabel = "TIME", description = "So much later than now planned: 30m, 4h, 1d12h.")
    private Optional<String> by = Optional.empty();

    @Option(names = "--until", paramLabel = "TIME", description = "At this time, with its zone: 2026-11-23T03:10Z.")
    private Optional<String> until = Optional.empty();

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "Why, for whoever reads the report.")
    private String reason = "";

    ExtendCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Ending run() throws InterruptedException {
        var to = to();
        var why = ReasonWord.of("--reason", reason);
        try (var platforms = workplace.platformsToShow();
                var data = workplace.dataToWrite()) {
            var choice = RunChoice.of(what, data.journal());
            return new RunEnding(workplace, platforms).of(ExitCode.DONE, move(choice, to, why, data));
        }
    }

    private RunState move(RunChoice choice, Extension.To to, Reason why, Store data) throws InterruptedException {
        var run = choice.run().id();
        var clock = workplace.surroundings().pace().clock();
        var extension = new Extension(data.journal(), clock, _ -> {});
        var by = workplace.surroundings().user();
        return switch (new WhenFree(workplace).take(() -> extension.move(run, choice.onlyAction(), to, by, why))) {
            case Extension.Result.Moved(var state, var _) -> state;
            case Extension.Result.Refused(var because) ->
                throw new Stopped(ExitCode.REFUSED, "nothing was changed: " + because);
            case Extension.Result.Unknown _ ->
                throw new Stopped(ExitCode.REFUSED, "the journal does not know " + run + " any more");
        };
    }

    private Extension.To to() {
        if (by.isPresent() == until.isPresent()) {
            throw new Stopped(ExitCode.BAD_INPUT, "say when it ends: --by TIME or --until TIME; one of them");
        }
        return by.map(ExtendCommand::later).orElseGet(() -> at(until.orElse("")));
    }

    private static Extension.To later(String time) {
        try {
            return new Extension.To.Later(Durations.parse(time));
        } catch (IllegalArgumentException e) {
            throw badInput("--by: " + e.getMessage(), e);
        }
    }

    private static Extension.To at(String time) {
        try {
            return new Extension.To.At(OffsetDateTime.parse(time).toInstant());
        } catch (DateTimeException e) {
            throw badInput(
                    "--until: " + Printable.quoted(time) + " is no time with its zone, as 2026-11-23T03:10Z or"
                            + " 2026-11-23T03:10+01:00",
                    e);
        }
    }

    private static Stopped badInput(String line, Exception e) {
        return new Stopped(Trouble.of(ExitCode.BAD_INPUT, line), e);
    }
}
