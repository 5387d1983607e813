package dev.cordon.transport.ssh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Keeps what a command writes, up to a bound: a hostile host may write for ever. Safe for any number of threads. */
final class KeptOutput extends OutputStream {

    /** 64 MiB: a packet filter's table with every element that fits is about 10 MiB. */
    static final int MOST = 64 << 20;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final String mark;
    private final Runnable seen;
    private boolean waiting;
    private boolean full;

    KeptOutput() {
        this("", () -> {});
        this.waiting = false;
    }

    /** @param seen is run once, when what was written holds the mark for the first time */
    KeptOutput(String mark, Runnable seen) {
        this.mark = mark;
        this.seen = seen;
        this.waiting = true;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    /** @throws IOException where it is too much, which ends the session */
    @Override
    public synchronized void write(byte[] bytes, int from, int length) throws IOException {
        if (kept.size() + length > MOST) {
            full = true;
            throw new IOException("more than " + MOST + " bytes");
        }
        kept.write(bytes, from, length);
        if (waiting && text().contains(mark)) {
            waiting = false;
            seen.run();
        }
    }

    synchronized boolean full() {
        return full;
    }

    synchronized String text() {
        return kept.toString(StandardCharsets.UTF_8);
    }
}
