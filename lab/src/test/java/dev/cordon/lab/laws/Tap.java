package dev.cordon.lab.laws;

import dev.cordon.operation.Answer;
import dev.cordon.operation.EvidenceStore;
import dev.cordon.operation.FetchEvidence;
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
        return passing(operation, () -> real.run(operation));
    }

    private interface Sending {
        Answer send() throws InterruptedException;
    }

    private Answer passing(Operation operation, Sending sending) throws InterruptedException {
        Mode now;
        int number;
        synchronized (this) {
            now = mode;
            number = passed.size();
            passed.add(operation);
        }
        return switch (now) {
            case Mode.Through _ -> sending.send();
            case Mode.Twice _ -> twice(operation, sending);
            case Mode.ForgetAnswers _ -> forgotten(operation, sending);
            case Mode.Closed _ -> throw new AssertionError("a connection was used: " + operation);
            case Mode.Cut(var at, var after, var cut) -> cut(sending, number == at, after, cut);
        };
    }

    private Answer twice(Operation operation, Sending sending) throws InterruptedException {
        var first = sending.send();
        if (!operation.terms().read() && operation.terms().repeatable()) {
            sending.send();
        }
        return first;
    }

    private Answer forgotten(Operation operation, Sending sending) throws InterruptedException {
        var answer = sending.send();
        return operation.terms().read() ? answer : new Answer.Unanswered(new VendorText("the law forgot the answer"));
    }

    private Answer cut(Sending sending, boolean here, boolean after, Runnable cut) throws InterruptedException {
        if (here && !after) {
            cut.run();
        }
        var answer = sending.send();
        if (here && after) {
            cut.run();
        }
        return answer;
    }

    /** The bytes themselves do not pass here; a transfer is one call. */
    @Override
    public Answer fetch(FetchEvidence operation, EvidenceStore store) throws InterruptedException {
        return passing(operation, () -> real.fetch(operation, store));
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
