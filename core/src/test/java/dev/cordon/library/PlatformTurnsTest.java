package dev.cordon.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.paper.PaperPlan;
import dev.cordon.plan.PlannedPlaybook;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PlatformTurnsTest {

    private static final PlannedPlaybook BLOCK = PaperPlan.playbook("a block", PaperPlan.block());

    private final PlatformTurns turns = new PlatformTurns();

    @Test
    void whoever_waits_for_a_turn_can_be_told_to_stop_and_gets_none() throws Exception {
        var working = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> turns.with(BLOCK, () -> {
                working.countDown();
                return done.await(1, TimeUnit.MINUTES);
            }));
            working.await();
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> turns.with(BLOCK, () -> "a turn")).isInstanceOf(InterruptedException.class);
            done.countDown();
            assertThat(first.get()).isTrue();
        }
    }

    @Test
    void a_turn_ends_also_where_the_work_fails() throws Exception {
        assertThatThrownBy(() -> turns.with(BLOCK, () -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.submit(() -> turns.with(BLOCK, () -> "a turn")).get())
                    .isEqualTo("a turn");
        }
    }
}
