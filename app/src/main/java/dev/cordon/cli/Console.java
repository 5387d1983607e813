package dev.cordon.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;

/**
 * Where a command speaks. Standard output is for its result alone: text, or with {@code --json} exactly one document.
 * Everything on the way goes to standard error.
 */
final class Console {

    private final Terminal terminal;
    private final GlobalOptions options;

    Console(Terminal terminal, GlobalOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    /** What a person must see before the command goes on: a plan that is about to be approved. */
    void show(String text) {
        (options.json() ? terminal.err() : terminal.out()).println(text.stripTrailing());
    }

    void note(String line) {
        terminal.err().println(line);
    }

    boolean canAsk() {
        return terminal.person();
    }

    /** Whether the person types {@code yes}; the end of input is a no. */
    boolean ask(String question) {
        terminal.err().print(question + " Only 'yes' is yes: ");
        terminal.err().flush();
        try {
            var answer = terminal.in().readLine();
            return answer != null && answer.strip().equals("yes");
        } catch (IOException e) {
            throw new UncheckedIOException("the terminal cannot be read", e);
        }
    }

    /** The last word of a command. */
    ExitCode end(Ending ending) {
        if (options.json()) {
            document(ending.json());
        } else {
            switch (ending) {
                case Ending.Result(var _, var text, var _) -> terminal.out().println(text.stripTrailing());
                case Ending.Trouble trouble -> trouble.lines().forEach(line -> note("cordon: " + line));
            }
        }
        terminal.out().flush();
        terminal.err().flush();
        return ending.code();
    }

    private void document(JsonNode json) {
        terminal.out().println(json.toPrettyString());
    }
}
