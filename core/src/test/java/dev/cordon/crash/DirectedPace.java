package dev.cordon.crash;

import dev.cordon.crash.Message.Reply;
import dev.cordon.execution.Pace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** The director's time and clock, by the latest of its replies. Safe for any number of threads. */
final class DirectedPace implements Pace, Line {

    private final Line line;
    private Instant now = Instant.MIN;
    private Duration elapsed = Duration.ZERO;

    DirectedPace(Line line) {
        this.line = line;
        say(new Message.Hello(ProcessHandle.current().pid()));
    }

    @Override
    public Reply say(Message message) {
        var reply = line.say(message);
        synchronized (this) {
            if (reply.elapsed().compareTo(elapsed) >= 0) {
                now = reply.now();
                elapsed = reply.elapsed();
            }
        }
        return reply;
    }

    @Override
    public Clock clock() {
        InstantSource here = this::instant;
        return here.withZone(ZoneOffset.UTC);
    }

    private synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized Duration elapsed() {
        return elapsed;
    }

    @Override
    public void sleep(Duration time) {
        say(new Message.Waits(time));
    }
}
