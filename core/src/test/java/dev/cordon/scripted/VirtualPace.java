package dev.cordon.scripted;

import dev.cordon.execution.Pace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time that passes only when somebody waits. Safe for any number of threads. */
public final class VirtualPace implements Pace {

    private Instant now = Instant.parse("2026-01-05T10:00:00Z");

    @Override
    public Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                synchronized (VirtualPace.this) {
                    return now;
                }
            }
        };
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
