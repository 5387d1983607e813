package dev.cordon.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/**
 * Where a command speaks. Standard output is for its result alone: text, or with {@code --json} exactly one document.
 * Everything on the way goes to standard error.
 */
final class Console {

    private final Terminal terminal;
    private final BooleanSupplier json;

    /** @param json whether {@code --json} was given; asked late, since the command line may not be read yet */
    Console(Terminal terminal, BooleanSupplier json) {
        this.terminal = terminal;
        this.json = json;
    }

    /** What a person must see before the command goes on: a plan that is about to be approved. */
    void show(String text) {
        if (text.isBlank()) {
            return;
        }
        (json.getAsBoolean() ? terminal.err() : terminal.out()).println(Harmless.text(text.stripTrailing()));
    }

    void note(String line) {
        terminal.err().println(Harmless.text(line));
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
        if (json.getAsBoolean()) {
            document(ending.json());
        } else {
            switch (ending) {
                case Ending.Result(var _, var text, var _) -> show(text);
                case Ending.Trouble trouble -> trouble.lines().forEach(line -> note("cordon: " + line));
            }
        }
        terminal.out().flush();
        terminal.err().flush();
        return ending.code();
    }

    private void document(JsonNode document) {
        terminal.out().println(Harmless.json(document.toPrettyString()));
    }
}
