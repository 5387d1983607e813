package dev.cordon.operation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A program with its arguments, started directly and never through a shell.
 *
 * <p>The answer is {@code {"exit": n, "stdout": "…", "stderr": "…"}}. An exit code that is not among
 * {@code accepted} is a rejection; a read accepts any, since its check judges.
 *
 * @param argv the program and its arguments, each one a text and none a secret
 * @param stdin what is written to its standard input; null for none
 * @param accepted the exit codes that mean it did what it should
 */
@JsonTypeName("command")
public record Command(
        Terms terms, List<Value> argv, @Nullable Value stdin, List<Integer> accepted) implements Operation {

    public Command {
        requireNonNull(terms, "terms");
        argv = List.copyOf(argv);
        accepted = List.copyOf(accepted);
        Value.refuseSecrets("the arguments of a program", argv);
        if (argv.isEmpty()) {
            throw new IllegalArgumentException("a command needs a program");
        }
    }

    /** One whose arguments are all known, without input; exit 0 means that it did what it should. */
    public static Command of(Terms terms, String... argv) {
        return new Command(terms, Stream.of(argv).map(Value::of).toList(), null, List.of(0));
    }

    public Command accepting(Integer... exits) {
        return new Command(terms, argv, stdin, List.of(exits));
    }

    @Override
    public Command with(UnaryOperator<Value> promise) {
        return new Command(
                terms,
                argv.stream().map(arg -> arg.with(promise)).toList(),
                stdin == null ? null : stdin.with(promise),
                accepted);
    }
}
