package dev.cordon.execution;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The engine's time: what it reads, and how it waits. Tests put their own in its place. */
public interface Pace {

    Clock clock();

    /** Waits; shorter only when interrupted. */
    void sleep(Duration time) throws InterruptedException;

    default Instant now() {
        return clock().instant();
    }

    static Pace of(Clock clock) {
        return new Pace() {
            @Override
            public Clock clock() {
                return clock;
            }

            @Override
            public void sleep(Duration time) throws InterruptedException {
                Thread.sleep(time);
            }
        };
    }
}
