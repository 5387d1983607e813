package dev.cordon.transport.http;

import java.time.Duration;

/**
 * How much is asked of one vendor, and how long it is waited for.
 *
 * @param inFlight calls at once, at least 1; further ones wait for their turn
 * @param perSecond calls begun in one second, at least as many as may be under way at once
 * @param queue how long a call waits for its turn; then it counts as throttled
 * @param connect how long connecting may take
 * @param answer how long the whole call may take, connecting and the last byte of the answer included
 * @param mostBytes of an answer; a longer one is not read to its end
 */
public record HttpLimits(
        int inFlight, int perSecond, Duration queue, Duration connect, Duration answer, long mostBytes) {

    /** Eight at once, 50 a second, 30 s for a turn, 10 s to connect, 30 s in all, 32 MiB. */
    public static final HttpLimits USUAL = new HttpLimits(
            8, 50, Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(30), 32L * 1024 * 1024);

    public HttpLimits {
        if (inFlight < 1 || perSecond < inFlight) {
            throw new IllegalArgumentException("no limits: " + inFlight + " at once, " + perSecond + " a second");
        }
    }

    public HttpLimits inFlight(int most) {
        return new HttpLimits(most, perSecond, queue, connect, answer, mostBytes);
    }

    public HttpLimits perSecond(int most) {
        return new HttpLimits(inFlight, most, queue, connect, answer, mostBytes);
    }

    public HttpLimits queue(Duration time) {
        return new HttpLimits(inFlight, perSecond, time, connect, answer, mostBytes);
    }

    public HttpLimits answer(Duration time) {
        return new HttpLimits(inFlight, perSecond, queue, connect, time, mostBytes);
    }

    public HttpLimits mostBytes(long most) {
        return new HttpLimits(inFlight, perSecond, queue, connect, answer, most);
    }
}
