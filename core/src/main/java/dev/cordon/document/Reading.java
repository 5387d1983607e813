package dev.cordon.document;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What came of reading something that a person wrote: the value, or everything that is wrong with it. */
public sealed interface Reading<T> {

    record Read<T>(T value) implements Reading<T> {}

    /** @param problems at least one, in the order of the text */
    record Wrong<T>(List<Problem> problems) implements Reading<T> {}

    /** Reads with a fresh collector of problems; wrong as soon as there is one. */
    static <T> Reading<T> with(Function<Problems, Optional<T>> reader) {
        var problems = new Problems();
        var value = reader.apply(problems);
        if (problems.none() && value.isEmpty()) {
            throw new IllegalStateException("neither a value nor a problem");
        }
        return problems.none() ? new Read<>(value.orElseThrow()) : new Wrong<>(problems.list());
    }
}
