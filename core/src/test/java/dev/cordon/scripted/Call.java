package dev.cordon.scripted;

import dev.cordon.operation.Command;
import java.util.List;

/** One operation as it arrived, for example {@code set door locked}. */
public record Call(List<String> words, boolean read) {

    static Call of(Command command) {
        return new Call(
                command.argv().stream().map(value -> value.text()).toList(),
                command.terms().read());
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
