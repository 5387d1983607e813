package dev.cordon.scripted;

import dev.cordon.execution.Pace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** Time that passes only when somebody waits. Safe for any number of threads. */
public final class VirtualPace implements Pace {

    private Instant now = Instant.parse("2026-01-05T10:00:00Z");

    @Override
    public Clock clock() {
        InstantSource here = this::instant;
        return here.withZone(ZoneOffset.UTC);
    }

    private synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized void sleep(Duration time) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        now = now.plus(time);
    }

    public synchronized void forward(Duration time) {
        now = now.plus(time);
    }
}
