package dev.cordon.execution;

import static dev.cordon.execution.Lock.lock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.action.ActionId;
import dev.cordon.plan.Plan;
import dev.cordon.plan.PlannedAction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class InTurnTest {

    private final List<ActionId> ended = Collections.synchronizedList(new ArrayList<>());

    @Test
    void a_chain_longer_than_what_may_run_at_once_comes_to_its_end_in_its_order() throws Exception {
        var chain = IntStream.range(0, 200)
                .mapToObj(i -> i == 0 ? action(i) : action(i, "a" + (i - 1)))
                .toList();

        new InTurn(chain, action -> ended.add(action.id())).run();

        assertThat(ended).isEqualTo(chain.stream().map(PlannedAction::id).toList());
    }

    @Test
    void no_more_than_32_work_at_a_time() throws Exception {
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        var many = IntStream.range(0, 200).mapToObj(InTurnTest::action).toList();

        new InTurn(many, action -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    Thread.yield();
                    running.decrementAndGet();
                    ended.add(action.id());
                })
                .run();

        assertThat(ended).hasSize(200);
        assertThat(most.get()).isBetween(1, 32);
    }

    @Test
    void when_one_is_broken_off_those_under_way_come_to_their_end_and_no_other_begins() {
        var bothAreUnderWay = new CountDownLatch(2);
        var actions = List.of(action(0), action(1), action(2, "a0"));

        assertThatThrownBy(() -> new InTurn(actions, action -> {
                            bothAreUnderWay.countDown();
                            bothAreUnderWay.await();
                            if (action.id().value().equals("a0")) {
                                throw new IllegalStateException("broken off");
                            }
                            ended.add(action.id());
                        })
                        .run())
                .hasMessage("broken off");
        assertThat(ended).containsExactly(new ActionId("a1"));
    }

    @Test
    void having_been_asked_to_stop_is_told_when_all_have_ended() {
        var actions = List.of(action(0), action(1));

        assertThatThrownBy(() -> new InTurn(actions, _ -> {
                            throw new InterruptedException("asked to stop");
                        })
                        .run())
                .isInstanceOf(InterruptedException.class);
    }

    private static PlannedAction action(int number, String... after) {
        return PlannedActions.of("a" + number, Plan.of(lock("door-" + number)), after);
    }
}
