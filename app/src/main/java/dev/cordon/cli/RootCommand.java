package dev.cordon.cli;

import dev.cordon.cli.Ending.Stopped;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code cordon} itself, without a command: says its version, or which commands there are. */
@Command(
        name = "cordon",
        description = "Contains security incidents: plan, approve, apply, verify, undo.",
        footer = {
            "",
            "Exit codes: 0 done, 1 failed (something was tried), 2 bad input,",
            "3 awaits approval, 4 uncertain (a person has to look),",
            "5 refused (nothing was changed)."
        })
final class RootCommand implements Task {

    @Mixin
    @SuppressWarnings("unused") // picocli fills it in; Cordon, which made it, reads it
    private final GlobalOptions options;

    @Option(names = "--version", description = "Says which version this is.")
    private boolean version;

    RootCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public Ending run() {
        if (version) {
            var json = JsonNodeFactory.instance.objectNode().put("version", Version.text());
            return new Ending.Result(ExitCode.DONE, "cordon " + Version.text(), json);
        }
        throw new Stopped(ExitCode.BAD_INPUT, "say what to do: 'cordon --help' lists the commands");
    }
}
