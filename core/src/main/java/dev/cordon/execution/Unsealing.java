package dev.cordon.execution;

import dev.cordon.journal.SealedSecrets;
import dev.cordon.operation.Answer;
import dev.cordon.operation.Operation;
import dev.cordon.operation.Value;
import dev.cordon.plan.Canonical;
import java.util.ArrayList;
import java.util.List;

/** Opens the sealed secrets of one operation for as long as it is sent, and keeps them out of what comes back. */
final class Unsealing {

    private static final String MASK = "***";

    private final SealedSecrets secrets;
    private final List<String> opened = new ArrayList<>();

    Unsealing(SealedSecrets secrets) {
        this.secrets = secrets;
    }

    /** What does the sending, with the secrets in their places. */
    interface Call {
        Answer send(Operation operation) throws InterruptedException;
    }

    /**
     * The answer, in which a vendor may have repeated the secret, is masked. A failure that tells of it is replaced by
     * one that only says what it was.
     */
    Answer around(Operation operation, Call call) throws InterruptedException {
        var unsealed = operation.with(this::open);
        if (opened.isEmpty()) {
            return call.send(operation);
        }
        try {
            return masked(call.send(unsealed));
        } catch (RuntimeException e) {
            throw new IllegalStateException("sending to " + operation.terms().on() + " failed ("
                    + e.getClass().getName() + "); its message is left out, since a secret was sent");
        }
    }

    private Value open(Value promise) {
        if (!(promise instanceof Value.Sealed sealed)) {
            return promise;
        }
        var secret = secrets.opened(sealed);
        opened.add(secret);
        return Value.of(secret);
    }

    /** By its JSON text: in there a secret reads as it is, see {@link dev.cordon.operation.Alphabet}. */
    private Answer masked(Answer answer) {
        var text = Canonical.write(answer);
        var masked = opened.stream().reduce(text, (left, secret) -> left.replace(secret, MASK));
        return masked.equals(text) ? answer : Canonical.read(masked, Answer.class);
    }
}
