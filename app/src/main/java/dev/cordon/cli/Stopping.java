package dev.cordon.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What Ctrl-C and SIGTERM do while something is being changed: the working thread is told to stop, and gets some time
 * to come to a sensible place and to say how to go on. Killed after that, it has lost nothing: the journal is written
 * before anything is sent.
 */
final class Stopping {

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final CountDownLatch finished = new CountDownLatch(1);

    /** Called by the working thread when its work begins. */
    void interruptOnSignal() {
        var worker = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(worker), "stopping"));
    }

    /** The last word has been said. */
    void finished() {
        finished.countDown();
    }

    private void stop(Thread worker) {
        if (finished.getCount() == 0) {
            return;
        }
        worker.interrupt();
        try {
            if (!finished.await(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                System.err.println("cordon: still waiting for an answer, stopped all the same: see 'cordon status'");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
