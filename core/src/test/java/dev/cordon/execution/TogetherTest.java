package dev.cordon.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.journal.Outcome;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TogetherTest {

    private static final List<Outcome> FAILURES = List.of(Outcome.FAILED, Outcome.GONE, Outcome.NOT_HAPPENED);

    @Test
    void parts_run_side_by_side_and_their_outcomes_keep_their_order() throws Exception {
        var bothAreHere = new CyclicBarrier(2);

        var outcomes = Together.run(List.of(
                () -> {
                    bothAreHere.await();
                    return Outcome.CONFIRMED;
                },
                () -> {
                    bothAreHere.await();
                    return Outcome.FAILED;
                }));

        assertThat(outcomes).containsExactly(Outcome.CONFIRMED, Outcome.FAILED);
    }

    @Test
    void nothing_to_run_has_no_outcomes() throws Exception {
        assertThat(Together.run(List.<Callable<Outcome>>of())).isEmpty();
    }

    @Test
    void at_most_32_run_at_a_time() throws Exception {
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        Callable<Outcome> part = () -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            Thread.yield();
            running.decrementAndGet();
            return Outcome.CONFIRMED;
        };

        var outcomes = Together.run(Collections.nCopies(500, part));

        assertThat(outcomes).hasSize(500).containsOnly(Outcome.CONFIRMED);
        assertThat(most.get()).isBetween(1, 32);
    }

    @Test
    void a_part_that_throws_does_not_stop_its_siblings() {
        var siblingEnded = new AtomicBoolean();
        var thrown = new CountDownLatch(1);

        assertThatThrownBy(() -> Together.run(List.of(
                        () -> {
                            thrown.countDown();
                            throw new IllegalStateException("the first");
                        },
                        () -> {
                            thrown.await();
                            siblingEnded.set(true);
                            return Outcome.CONFIRMED;
                        })))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the first");
        assertThat(siblingEnded).isTrue();
    }

    @Test
    @Timeout(20)
    void an_interrupt_reaches_every_part_and_ends_in_an_interruption() {
        var interrupted = new AtomicInteger();
        var caller = Thread.currentThread();
        var waiting = new CyclicBarrier(2, caller::interrupt);
        Callable<Outcome> part = () -> {
            waiting.await();
            try {
                new CountDownLatch(1).await();
                return Outcome.CONFIRMED;
            } catch (InterruptedException e) {
                interrupted.incrementAndGet();
                throw e;
            }
        };

        assertThatThrownBy(() -> Together.run(List.of(part, part))).isInstanceOf(InterruptedException.class);
        Thread.interrupted(); // or the next test would meet it

        assertThat(interrupted.get()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void the_gravest_of_one_good_outcome_and_another_is_the_other(Outcome other) {
        var gravest = Together.gravest(List.of(Outcome.CONFIRMED, other, Outcome.CONFIRMED));

        assertThat(gravest)
                .isEqualTo(
                        switch (other) {
                            case CONFIRMED, READY, UNDONE, NOTHING_OF_OURS -> Outcome.CONFIRMED;
                            case FAILED, GONE, NOT_HAPPENED, KEPT, ASKS_A_PERSON -> other;
                        });
    }

    @Property(tries = 200)
    void what_nobody_can_tell_outweighs_what_is_kept_and_that_outweighs_a_failure(@ForAll List<Outcome> outcomes) {
        var gravest = Together.gravest(outcomes);

        if (outcomes.contains(Outcome.ASKS_A_PERSON)) {
            assertThat(gravest).isEqualTo(Outcome.ASKS_A_PERSON);
        } else if (outcomes.contains(Outcome.KEPT)) {
            assertThat(gravest).isEqualTo(Outcome.KEPT);
        } else if (outcomes.stream().anyMatch(FAILURES::contains)) {
            assertThat(gravest).isIn(FAILURES);
        } else {
            assertThat(gravest).isEqualTo(Outcome.CONFIRMED);
        }
    }
}
