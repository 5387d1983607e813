package dev.cordon.cli;

import dev.cordon.cli.Ending.Trouble;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs one command line and says how it ended. Prints what {@link Console} prints, and nothing else. */
final class Cordon {

    private final Surroundings surroundings;

    Cordon(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    ExitCode run(String... arguments) {
        var options = new GlobalOptions();
        var workplace = new Workplace(surroundings, options, List.of(arguments));
        var console = workplace.console();
        try {
            var parsed = commands(workplace, options).parseArgs(arguments);
            if (options.help()) {
                last(parsed).usage(surroundings.terminal().out());
                return ExitCode.DONE;
            }
            Task task = last(parsed).getCommand();
            return console.end(task.run());
        } catch (ParameterException e) {
            var json = Arrays.asList(arguments).contains("--json");
            return new Console(surroundings.terminal(), () -> json).end(unreadable(e));
        } catch (Exception | Error e) {
            if (options.verbose()) {
                e.printStackTrace(surroundings.terminal().err());
            }
            return console.end(Troubles.of(e));
        }
    }

    private static CommandLine commands(Workplace workplace, GlobalOptions options) {
        var platforms =
                new CommandLine(new PlatformsCommand(workplace)).addSubcommand(new PlatformsTestCommand(workplace));
        var audit = new CommandLine(new AuditCommand()).addSubcommand(new AuditVerifyCommand(workplace));
        return new CommandLine(new RootCommand(options))
                .addSubcommand(new PlanCommand(workplace))
                .addSubcommand(new ApplyCommand(workplace))
                .addSubcommand(new ResumeCommand(workplace))
                .addSubcommand(new StatusCommand(workplace))
                .addSubcommand(new RollbackCommand(workplace))
                .addSubcommand(new NoteCommand(workplace))
                .addSubcommand(new ReportCommand(workplace, options))
                .addSubcommand(audit)
                .addSubcommand(platforms)
                .addSubcommand(new ActionsCommand(workplace))
                .addSubcommand(new SchemaCommand(workplace))
                .addSubcommand(new DemoCommand(workplace))
                .setExpandAtFiles(false)
                .setAbbreviatedOptionsAllowed(false);
    }

    private static CommandLine last(ParseResult parsed) {
        return parsed.asCommandLineList().getLast();
    }

    private static Trouble unreadable(ParameterException e) {
        var command = e.getCommandLine().getCommandSpec().qualifiedName();
        return Trouble.of(
                ExitCode.BAD_INPUT,
                Stream.of(e.getMessage() + meant(e) + "; see '" + command + " --help'")
                        .toList());
    }

    private static String meant(ParameterException e) {
        return e instanceof UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions().stream()
                        .findFirst()
                        .map(name -> "; did you mean '" + name + "'?")
                        .orElse("")
                : "";
    }
}
