package dev.cordon.lab.laws;

import dev.cordon.execution.Pace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** Real time that long waits shorten: the clock moves by all of a wait, the thread sleeps for a bit of it. */
public final class HurriedPace implements Pace {

    private static final Duration AT_MOST = Duration.ofMillis(150);

    private Duration skipped = Duration.ZERO;

    @Override
    public Clock clock() {
        InstantSource here = this::instant;
        return here.withZone(ZoneOffset.UTC);
    }

    private synchronized Instant instant() {
        return Instant.now().plus(skipped);
    }

    @Override
    public synchronized Duration elapsed() {
        return Duration.ofNanos(System.nanoTime()).plus(skipped);
    }

    @Override
    public void sleep(Duration time) throws InterruptedException {
        var really = time.compareTo(AT_MOST) > 0 ? AT_MOST : time;
        Thread.sleep(really);
        synchronized (this) {
            skipped = skipped.plus(time.minus(really));
        }
    }
}
