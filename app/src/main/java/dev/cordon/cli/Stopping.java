package dev.cordon.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What Ctrl-C and SIGTERM do while something is being changed. The first asks the engine to stop between two operations
 * and gives it some time to say how to go on. The second, or the end of that time, ends the process at once; that loses
 * nothing, since the journal is written before anything is sent.
 */
final class Stopping {

    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final int BY_SIGNAL = 128;

    private final Runnable askToStop;
    private final PrintStream err;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final CountDownLatch finished = new CountDownLatch(1);

    /** @param askToStop returns at once */
    Stopping(Runnable askToStop, PrintStream err) {
        this.askToStop = askToStop;
        this.err = err;
    }

    /** Called when the work begins; until then a signal ends the process, which has changed nothing. */
    void listen() {
        Signals.hear("INT", this::heard);
        Signals.hear("TERM", this::heard);
    }

    /** The last word has been said. */
    void finished() {
        finished.countDown();
    }

    private void heard(int signal) {
        if (asked.getAndSet(true)) {
            Runtime.getRuntime().halt(BY_SIGNAL + signal);
        }
        err.println("cordon: stops when what was sent is answered; a second Ctrl-C ends it at once");
        askToStop.run();
        Thread.ofPlatform().daemon().name("stopping").start(() -> endWhenTimeIsOver(signal));
    }

    private void endWhenTimeIsOver(int signal) {
        try {
            if (!finished.await(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                err.println("cordon: there is no answer yet; ended all the same: see 'cordon status'");
                Runtime.getRuntime().halt(BY_SIGNAL + signal);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
