package dev.cordon.operation;

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

    /** The operation as a command that works when pasted into a shell; promises as {@code ${name}}. Never connects. */
    String render(Operation operation);
}
