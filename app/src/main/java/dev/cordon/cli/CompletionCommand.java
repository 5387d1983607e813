package dev.cordon.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;

/** Prints the script that a shell reads to complete {@code cordon}. */
@Command(
        name = "completion",
        description = {
            "Prints the script that completes commands, options, actions and their parameters in a shell.",
            "In ~/.bashrc or ~/.zshrc:  source <(cordon completion bash)"
        })
final class CompletionCommand implements Task {

    /** Whose script; the same serves both. */
    enum Shell {
        bash,
        zsh
    }

    private final CommandLine root;

    @Parameters(paramLabel = "bash|zsh", description = "The shell.")
    private Shell shell = Shell.bash;

    /** @param root the command {@code cordon}, complete by the time that this runs */
    CompletionCommand(CommandLine root) {
        this.root = root;
    }

    @Override
    public Ending run() {
        var script = new Completion(root).script();
        var json =
                JsonNodeFactory.instance.objectNode().put("shell", shell.name()).put("script", script);
        return new Ending.Result(ExitCode.DONE, script, json);
    }
}
