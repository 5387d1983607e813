package dev.cordon.transport.http;

import dev.cordon.operation.Answer;
import dev.cordon.operation.VendorText;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Keeps calls off a vendor that has had enough, that is asked by others already, or that is down. Each platform has its
 * own, so one vendor's trouble delays nobody else.
 *
 * <p>In this order: what the vendor told to wait is not sent before that time, whoever asks; no more calls are under way
 * at once, or begun in a second, than {@link HttpLimits} says; and when most of the last ten calls came to nothing, none
 * is sent for ten seconds, and then two that try. Safe for any number of threads.
 */
final class Pressure {

    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Clock clock;
    private final Duration queue;
    private final Semaphore slots;
    private final RateLimiter rate;
    private final CircuitBreaker breaker;
    private Instant notBefore = Instant.MIN;

    Pressure(HttpLimits limits, Clock clock) {
        this.clock = clock;
        this.queue = limits.queue();
        this.slots = new Semaphore(limits.inFlight(), true);
        this.rate = RateLimiter.of(
                "http",
                RateLimiterConfig.custom()
                        .limitForPeriod(limits.perSecond())
                        .limitRefreshPeriod(SECOND)
                        .timeoutDuration(SECOND)
                        .build());
        this.breaker = CircuitBreaker.of(
                "http",
                CircuitBreakerConfig.custom()
                        .clock(clock)
                        .slidingWindowSize(10)
                        .minimumNumberOfCalls(10)
                        .failureRateThreshold(80)
                        .waitDurationInOpenState(PAUSE)
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .build());
    }

    /** One exchange with the vendor. */
    interface Exchange {
        Answer send() throws InterruptedException;
    }

    /** How long a call may wait here before it is sent: for a turn, and then for the next second. */
    Duration longestWait() {
        return queue.plus(SECOND);
    }

    Answer through(Exchange exchange) throws InterruptedException {
        if (!slots.tryAcquire(queue.toMillis(), TimeUnit.MILLISECONDS)) {
            return new Answer.Throttled(clock.instant().plusSeconds(1));
        }
        try {
            return inTurn(exchange);
        } finally {
            slots.release();
        }
    }

    private Answer inTurn(Exchange exchange) throws InterruptedException {
        var told = told();
        if (told.isAfter(clock.instant())) {
            return new Answer.Throttled(told);
        }
        if (!rate.acquirePermission()) {
            stopIfInterrupted();
            return new Answer.Throttled(clock.instant().plusSeconds(1));
        }
        if (!breaker.tryAcquirePermission()) {
            return new Answer.Unreachable(new VendorText(
                    "not asked: the last calls came to nothing; it is tried again within " + PAUSE.toSeconds() + " s"));
        }
        return counted(exchange);
    }

    private Answer counted(Exchange exchange) throws InterruptedException {
        var began = System.nanoTime();
        Answer answer;
        try {
            answer = exchange.send();
        } catch (InterruptedException | RuntimeException e) {
            breaker.releasePermission();
            throw e;
        }
        switch (answer) {
            case Answer.Unanswered(var why) -> failed(began, why);
            case Answer.Unreachable(var why) -> failed(began, why);
            case Answer.Throttled(var told) -> {
                tell(told);
                breaker.onSuccess(System.nanoTime() - began, TimeUnit.NANOSECONDS);
            }
            default -> breaker.onSuccess(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        }
        return answer;
    }

    private void failed(long began, VendorText why) {
        breaker.onError(System.nanoTime() - began, TimeUnit.NANOSECONDS, new IllegalStateException(why.value()));
    }

    private synchronized Instant told() {
        return notBefore;
    }

    private synchronized void tell(Instant told) {
        notBefore = told.isAfter(notBefore) ? told : notBefore;
    }

    private static void stopIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
