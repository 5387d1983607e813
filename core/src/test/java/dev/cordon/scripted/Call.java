package dev.cordon.scripted;

import dev.cordon.operation.Command;
import dev.cordon.operation.Value;
import java.util.List;
import java.util.stream.Stream;

/** One operation as it arrived, for example {@code set door locked}; what came on standard input is its last word. */
public record Call(List<String> words, boolean read) {

    static Call of(Command command) {
        var words = Stream.concat(command.argv().stream(), Stream.ofNullable(command.stdin()));
        return new Call(words.map(Value::text).toList(), command.terms().read());
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
