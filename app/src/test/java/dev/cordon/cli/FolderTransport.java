package dev.cordon.cli;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import dev.cordon.operation.Answer;
import dev.cordon.operation.Command;
import dev.cordon.operation.Operation;
import dev.cordon.operation.Transport;
import dev.cordon.operation.Value;
import dev.cordon.operation.VendorText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Puts, takes and looks for files. A file {@code .refuse} in the folder makes it decline every write, {@code .stop-put}
 * and {@code .stop-take} tell the caller to stop right after such a write had its effect, {@code .hang} keeps the answers
 * to those that had theirs until it is taken away, {@code .slow} for a moment only, {@code .down} makes it unreachable,
 * {@code .fail} breaks the transport itself. What was written stands in {@code .calls}, a line for each; what came on
 * standard input in the file itself.
 */
record FolderTransport(Path folder) implements Transport {

    @Override
    public Answer run(Operation operation) throws InterruptedException {
        var words = words(operation);
        if (has(".down")) {
            return new Answer.Unreachable(new VendorText("connection refused"));
        }
        if (words.getFirst().equals("look")) {
            return new Answer.Ok(JsonNodeFactory.instance.objectNode().put("there", has(words.getLast())));
        }
        if (has(".fail")) {
            throw new IllegalStateException("cannot send " + operation);
        }
        if (has(".refuse") || words.getFirst().equals("decline")) {
            return new Answer.Rejected("418", new VendorText("no"));
        }
        if (words.getFirst().equals("lose")) {
            return new Answer.Unanswered(new VendorText("connection reset"));
        }
        var input = ((Command) operation).stdin();
        carryOut(words, input == null ? "" : input.text());
        if (has(".slow")) {
            Thread.sleep(Duration.ofMillis(100));
        }
        while (has(".hang")) {
            Thread.sleep(Duration.ofMillis(10));
        }
        if (has(".stop-" + words.getFirst())) {
            throw new InterruptedException("told to stop");
        }
        return new Answer.Ok(JsonNodeFactory.instance.objectNode());
    }

    private void carryOut(List<String> words, String input) {
        var file = folder.resolve(words.getLast());
        try {
            if (words.getFirst().equals("put")) {
                Files.writeString(file, input);
                Files.writeString(folder.resolve(".calls"), file.getFileName() + "\n", CREATE, APPEND);
            } else {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean has(String name) {
        return Files.exists(folder.resolve(name));
    }

    private static List<String> words(Operation operation) {
        return ((Command) operation).argv().stream().map(Value::text).toList();
    }

    @Override
    public Duration patience() {
        return Duration.ZERO;
    }

    @Override
    public String render(Operation operation) {
        return "folder " + folder + " " + String.join(" ", words(operation));
    }
}
