package dev.cordon.cli;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.node.JsonNodeFactory;

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
                return help(last(parsed), console, options.json());
            }
            Task task = last(parsed).getCommand();
            return console.end(task.run());
        } catch (ParameterException e) {
            var json = Arrays.asList(arguments).contains("--json");
            return new Console(surroundings.terminal(), () -> json).end(Misread.of(e));
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
        var audit = new CommandLine(new AuditCommand())
                .addSubcommand(new AuditVerifyCommand(workplace))
                .addSubcommand(new AuditExportCommand(workplace))
                .addSubcommand(new AuditAnchorCommand(workplace));
        var root = new CommandLine(new RootCommand(options));
        return root.addSubcommand(new PlanCommand(workplace))
                .addSubcommand(new ApplyCommand(workplace))
                .addSubcommand(new ResumeCommand(workplace))
                .addSubcommand(new StatusCommand(workplace))
                .addSubcommand(new RollbackCommand(workplace))
                .addSubcommand(new ExtendCommand(workplace))
                .addSubcommand(new ApproveCommand(workplace))
                .addSubcommand(new RejectCommand(workplace))
                .addSubcommand(new RevealCommand(workplace, options))
                .addSubcommand(new NoteCommand(workplace))
                .addSubcommand(new WorkCommand(workplace))
                .addSubcommand(new ReportCommand(workplace, options))
                .addSubcommand(audit)
                .addSubcommand(platforms)
                .addSubcommand(new ActionsCommand(workplace))
                .addSubcommand(new SchemaCommand(workplace))
                .addSubcommand(new CompletionCommand(root))
                .addSubcommand(new HostScriptCommand())
                .addSubcommand(new DemoCommand(workplace))
                .setExpandAtFiles(false)
                .setAbbreviatedOptionsAllowed(false);
    }

    private static CommandLine last(ParseResult parsed) {
        return parsed.asCommandLineList().getLast();
    }

    /** Text as it is; with {@code --json} one document that holds it. */
    private ExitCode help(CommandLine command, Console console, boolean json) {
        if (json) {
            var document = JsonNodeFactory.instance.objectNode().put("help", command.getUsageMessage(Ansi.OFF));
            return console.end(new Ending.Result(ExitCode.DONE, "", document));
        }
        command.usage(surroundings.terminal().out());
        return ExitCode.DONE;
    }
}
