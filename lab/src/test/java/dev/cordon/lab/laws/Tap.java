package dev.cordon.lab.laws;

import dev.cordon.operation.Answer;
import dev.cordon.operation.Operation;
import dev.cordon.operation.Transport;
import dev.cordon.operation.VendorText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Stands in front of a real transport: remembers what passes, and does to it what a law wants. */
final class Tap implements Transport {

    /** What is done to calls. */
    sealed interface Mode {
        record Through() implements Mode {}

        /** Each write that may be repeated is sent twice. */
        record Twice() implements Mode {}

        /** Each write is carried out, and its answer never comes back. */
        record ForgetAnswers() implements Mode {}

        /** Nothing may pass. */
        record Closed() implements Mode {}

        /** At call {@code number} (from 0), before it is sent or after it was carried out, {@code cut} happens. */
        record Cut(int number, boolean after, Runnable cut) implements Mode {}
    }

    private final Transport real;
    private final List<Operation> passed = new ArrayList<>();
    private Mode mode = new Mode.Through();

    Tap(Transport real) {
        this.real = real;
    }

    /** From now on; what passed before is forgotten. */
    synchronized void set(Mode next) {
        mode = next;
        passed.clear();
    }

    synchronized List<Operation> passed() {
        return List.copyOf(passed);
    }

    @Override
    public Answer run(Operation operation) throws InterruptedException {
        Mode now;
        int number;
        synchronized (this) {
            now = mode;
            number = passed.size();
            passed.add(operation);
        }
        return switch (now) {
            case Mode.Through _ -> real.run(operation);
            case Mode.Twice _ -> twice(operation);
            case Mode.ForgetAnswers _ -> forgotten(operation);
            case Mode.Closed _ -> throw new AssertionError("a connection was used: " + operation);
            case Mode.Cut(var at, var after, var cut) -> cut(operation, number == at, after, cut);
        };
    }

    private Answer twice(Operation operation) throws InterruptedException {
        var first = real.run(operation);
        if (!operation.terms().read() && operation.terms().repeatable()) {
            real.run(operation);
        }
        return first;
    }

    private Answer forgotten(Operation operation) throws InterruptedException {
        var answer = real.run(operation);
        return operation.terms().read() ? answer : new Answer.Unanswered(new VendorText("the law forgot the answer"));
    }

    private Answer cut(Operation operation, boolean here, boolean after, Runnable cut) throws InterruptedException {
        if (here && !after) {
            cut.run();
        }
        var answer = real.run(operation);
        if (here && after) {
            cut.run();
        }
        return answer;
    }

    @Override
    public Duration patience() {
        return real.patience();
    }

    @Override
    public String render(Operation operation) {
        return real.render(operation);
    }
}
