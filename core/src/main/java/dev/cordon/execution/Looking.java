package dev.cordon.execution;

import dev.cordon.operation.Answer;
import dev.cordon.operation.Operation;
import dev.cordon.plan.Check;
import dev.cordon.plan.Read;
import dev.cordon.plan.Reader;
import dev.cordon.plan.Verdict;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads, and judges what was read. A read is whole or it is nothing; what is passing is tried again. */
final class Looking {

    private final Sending sending;
    private final Pace pace;

    Looking(Sending sending, Pace pace) {
        this.sending = sending;
        this.pace = pace;
    }

    /**
     * What a look came to.
     *
     * @param body null where nothing could be read
     * @param why empty, or why nothing is known
     */
    record Seen(Verdict verdict, @Nullable JsonNode body, String why) {}

    /** One look: whoever needs to know looks again. */
    Seen look(Check check, Promises promises) throws InterruptedException {
        try {
            var kept = promises.in(check);
            var body = read(kept.read());
            return new Seen(kept.judge(body), body, "");
        } catch (Reader.CouldNotRead | Promises.BrokenPromise e) {
            return new Seen(Verdict.UNKNOWN, null, String.valueOf(e.getMessage()));
        }
    }

    /** The reader that {@code discover} gets: interruption ends the discovery as unreadable and stays set. */
    Reader reader() {
        return read -> {
            try {
                return read(read);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Reader.CouldNotRead("interrupted");
            }
        };
    }

    /**
     * What the read's view makes of its answer.
     *
     * @throws Reader.CouldNotRead where there is no whole answer after all tries
     */
    JsonNode read(Read read) throws InterruptedException {
        var platform = sending.platform(read.operation());
        var body = answer(read.operation());
        var call = read.view();
        if (call == null) {
            return body;
        }
        var view = platform.views().get(call.name());
        if (view == null) {
            throw new Reader.CouldNotRead("this version knows no view '" + call.name() + "' on " + platform.name());
        }
        try {
            return view.of(body, call.arguments());
        } catch (IllegalArgumentException e) {
            throw new Reader.CouldNotRead("unexpected answer from " + platform.name() + ": " + e.getMessage());
        }
    }

    private JsonNode answer(Operation operation) throws InterruptedException {
        var backoff = new Backoff();
        while (true) {
            var answer = sending.send(operation);
            if (answer instanceof Answer.Ok(var body)) {
                return body;
            }
            var wait = switch (answer) {
                case Answer.Throttled throttled -> backoff.after(throttled, pace.now());
                case Answer.Unanswered _ -> backoff.next();
                default -> Optional.<Duration>empty();
            };
            if (wait.isEmpty()) {
                throw new Reader.CouldNotRead(operation.terms().on() + ": " + answer.inWords());
            }
            pace.sleep(wait.get());
        }
    }
}
