package dev.cordon.transport.ssh;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/**
 * Input that is held back until the host says that it has started what reads it.
 *
 * <p>Then the host's own {@code timeout} is running. Whatever the network still delivers after the connection is given
 * up finds no reader that outlives it, and before that nothing but an end of input.
 */
final class HeldInput extends InputStream {

    /** What the host says when it has. */
    static final String STARTED = "CORDON STARTED\n";

    /** The shell that says so and then reads the script; its words follow. */
    static final String SHELL = "sh -c 'echo CORDON STARTED; exec sh -s -- \"$@\"' sh";

    private final ByteArrayInputStream held;
    private final CountDownLatch let = new CountDownLatch(1);
    private volatile boolean closed;

    HeldInput(String text) {
        this.held = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    void release() {
        let.countDown();
    }

    @Override
    public int read() throws InterruptedIOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws InterruptedIOException {
        try {
            let.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("while input was held back");
        }
        return closed ? -1 : held.read(bytes, from, length);
    }

    /** Nobody waits any more: there is nothing to read. */
    @Override
    public void close() {
        closed = true;
        release();
    }
}
