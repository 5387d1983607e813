package dev.cordon.library;

import dev.cordon.document.Problem;
import dev.cordon.document.Reading;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Nothing was done, and the message says why, in the words that the command line has for it. What was tried and failed
 * is no exception: it is the status of the action.
 */
public abstract sealed class CordonException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private CordonException(String message) {
        super(message);
    }

    /** What was asked, or the configuration, is not as it must be. One problem on each line of the message. */
    public static final class WrongInput extends CordonException {
        private static final long serialVersionUID = 1;

        private final transient List<Problem> problems;

        WrongInput(List<Problem> problems) {
            super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
            this.problems = List.copyOf(problems);
        }

        WrongInput(String message) {
            super(message);
            this.problems = List.of();
        }

        /** Each with its place; none where something else than a value is wrong. */
        public List<Problem> problems() {
            return problems;
        }
    }

    /** It was understood and is not done: no platform, not found, ambiguous, protected, nothing in force. */
    public static final class Refused extends CordonException {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    static <T> T read(Reading<T> reading) {
        return switch (reading) {
            case Reading.Read<T>(var value) -> value;
            case Reading.Wrong<T>(var problems) -> throw new WrongInput(problems);
        };
    }

    /** Of what the constructor of a value says. */
    static <T> T checked(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            var wrong = new WrongInput(String.valueOf(e.getMessage()));
            wrong.initCause(e);
            throw wrong;
        }
    }
}
