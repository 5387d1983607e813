package dev.cordon.transport.program;

import dev.cordon.operation.Answer;
import dev.cordon.operation.Command;
import dev.cordon.operation.Value;
import dev.cordon.operation.VendorText;
import tools.jackson.databind.node.JsonNodeFactory;

/** Runs {@link Command}s, and writes them as a person would type them. */
public record Commands(Programs programs) {

    public Answer run(Command command) throws InterruptedException {
        var argv = command.argv().stream().map(Value::text).toList();
        var stdin = command.stdin();
        return switch (programs.run(argv, stdin == null ? "" : stdin.text())) {
            case Ran.Ended ended -> answer(command, ended);
            case Ran.NotEnded notEnded -> notEnded.answer();
        };
    }

    /** A read's check judges what it sees, so a read accepts any exit code. */
    private static Answer answer(Command command, Ran.Ended ended) {
        if (!command.terms().read() && !command.accepted().contains(ended.exit())) {
            return new Answer.Rejected("exit " + ended.exit(), new VendorText(said(ended)));
        }
        return new Answer.Ok(JsonNodeFactory.instance
                .objectNode()
                .put("exit", ended.exit())
                .put("stdout", ended.stdout())
                .put("stderr", ended.stderr()));
    }

    private static String said(Ran.Ended ended) {
        return ended.stderr().isBlank() ? ended.stdout() : ended.stderr();
    }

    public String render(Command command) {
        return withInput(command, programs.render(command.argv()));
    }

    /** Without where it runs. */
    public String brief(Command command) {
        return withInput(command, ShellText.line(command.argv()));
    }

    private static String withInput(Command command, String line) {
        var stdin = command.stdin();
        return stdin == null ? line : "printf %s " + ShellText.word(stdin) + " | " + line;
    }
}
