package dev.cordon.execution;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The engine's time: what it reads, and how it waits. Tests put their own in its place. */
public interface Pace {

    Clock clock();

    /**
     * Waits.
     *
     * @throws InterruptedException when asked to stop
     */
    void sleep(Duration time) throws InterruptedException;

    /**
     * Called before anything is sent: what was sent already is waited for, nothing more follows it.
     *
     * @throws InterruptedException when asked to stop
     */
    default void stopIfAsked() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted");
        }
    }

    default Instant now() {
        return clock().instant();
    }

    /**
     * The time that nobody can set, from a moment of this process's own choice: what waits inside a process go by. It
     * passes as the clock does, however that is set meanwhile.
     */
    default Duration elapsed() {
        return Duration.ofNanos(System.nanoTime());
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
