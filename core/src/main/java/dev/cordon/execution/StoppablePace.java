package dev.cordon.execution;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Real time, until it is asked to stop: then every wait ends at once and nothing more is sent. No thread is interrupted,
 * so an operation that is under way comes to its end. Safe for any number of threads.
 */
public final class StoppablePace implements Pace {

    private final Clock clock;
    private final CountDownLatch asked = new CountDownLatch(1);

    public StoppablePace(Clock clock) {
        this.clock = clock;
    }

    public void stop() {
        asked.countDown();
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public void sleep(Duration time) throws InterruptedException {
        if (asked.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new InterruptedException("asked to stop");
        }
    }

    @Override
    public void stopIfAsked() throws InterruptedException {
        Pace.super.stopIfAsked();
        if (asked.getCount() == 0) {
            throw new InterruptedException("asked to stop");
        }
    }
}
