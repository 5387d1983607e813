package dev.cordon.operation;

import java.time.Duration;

/**
 * Runs operations on one platform, and renders them as commands that a person could type.
 *
 * <p>Vendor exceptions stop here: what the other side did is an {@link Answer}. Safe for any number of threads.
 */
public interface Transport {

    /**
     * Sends one operation whose promises are resolved and waits for its answer, or for the transport's own deadline.
     *
     * @throws InterruptedException where the caller is told to stop; whether the operation was sent is then unknown
     */
    Answer run(Operation operation) throws InterruptedException;

    /**
     * The same for bytes that go into the evidence store.
     *
     * @throws IllegalArgumentException where this transport fetches nothing
     */
    default Answer fetch(FetchEvidence operation, EvidenceStore store) throws InterruptedException {
        throw new IllegalArgumentException("nothing is fetched this way: " + operation);
    }

    /**
     * How long an operation may still take effect after it was sent, when nobody waits for its answer any more: the
     * process that sent it is dead, the command that it started or the server that it asked is not. Until then a look
     * that finds nothing proves nothing.
     */
    Duration patience();

    /** The operation as a command that works when pasted into a shell; promises as {@code ${name}}. Never connects. */
    String render(Operation operation);

    /** The heart of that command for somebody who reads a plan: without where it connects to and what frames it. */
    default String brief(Operation operation) {
        return render(operation);
    }
}
