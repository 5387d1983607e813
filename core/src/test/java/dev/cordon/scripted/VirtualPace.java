package dev.cordon.scripted;

import dev.cordon.execution.Pace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** Time that passes only when somebody waits, until it is asked to stop. Safe for any number of threads. */
public final class VirtualPace implements Pace {

    private Instant now = Instant.parse("2026-01-05T10:00:00Z");
    private Duration elapsed = Duration.ZERO;
    private volatile boolean stopped;

    @Override
    public Clock clock() {
        InstantSource here = this::instant;
        return here.withZone(ZoneOffset.UTC);
    }

    private synchronized Instant instant() {
        return now;
    }

    @Override
    public void sleep(Duration time) throws InterruptedException {
        stopIfAsked();
        forward(time);
    }

    @Override
    public void stopIfAsked() throws InterruptedException {
        Pace.super.stopIfAsked();
        if (stopped) {
            throw new InterruptedException("asked to stop");
        }
    }

    public void stop() {
        stopped = true;
    }

    /** As a new process, which nobody has asked to stop. */
    void restart() {
        stopped = false;
    }

    @Override
    public synchronized Duration elapsed() {
        return elapsed;
    }

    public synchronized void forward(Duration time) {
        now = now.plus(time);
        elapsed = elapsed.plus(time);
    }

    /** Sets the clock, also back: no time passes. */
    public synchronized void setClock(Duration ahead) {
        now = now.plus(ahead);
    }
}
