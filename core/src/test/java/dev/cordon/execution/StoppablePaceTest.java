package dev.cordon.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class StoppablePaceTest {

    private final StoppablePace pace = new StoppablePace(Clock.systemUTC());

    @Test
    void it_goes_on_until_somebody_asks_it_to_stop() {
        assertThatCode(() -> {
                    pace.stopIfAsked();
                    pace.sleep(Duration.ofMillis(1));
                })
                .doesNotThrowAnyException();
    }

    @Test
    void a_wait_ends_at_once_when_it_is_asked_to_stop() throws Exception {
        var begun = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = threads.submit(() -> {
                begun.countDown();
                pace.sleep(Duration.ofHours(1));
                return true;
            });
            begun.await();

            pace.stop();

            assertThatThrownBy(waiting::get).hasRootCauseInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void once_asked_to_stop_nothing_is_sent_and_nobody_waits() {
        pace.stop();

        assertThatThrownBy(pace::stopIfAsked).isInstanceOf(InterruptedException.class);
        assertThatThrownBy(() -> pace.sleep(Duration.ofHours(1))).isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void a_thread_that_was_interrupted_stops_as_well() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(pace::stopIfAsked).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }
}
