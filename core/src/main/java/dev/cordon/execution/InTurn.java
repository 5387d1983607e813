package dev.cordon.execution;

import dev.cordon.action.ActionId;
import dev.cordon.plan.PlannedAction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/**
 * Gives each action of a playbook its turn: as soon as all that it waits for have ended, side by side with those that
 * have nothing to do with it, so many at a time. Once one of them was broken off, no other gets a turn. For one use.
 */
final class InTurn {

    private static final int AT_ONCE = 32;

    /** What is done with an action when its turn has come. */
    interface Doing {
        void with(PlannedAction action) throws InterruptedException;
    }

    private final List<PlannedAction> actions;
    private final Doing doing;
    private final Turns turns;
    private final Map<ActionId, CountDownLatch> ended = new LinkedHashMap<>();
    private final Semaphore slots = new Semaphore(AT_ONCE);
    private volatile boolean brokenOff;

    InTurn(List<PlannedAction> actions, Doing doing) {
        this.actions = List.copyOf(actions);
        this.doing = doing;
        this.turns = Turns.of(actions);
        actions.forEach(action -> ended.put(action.id(), new CountDownLatch(1)));
    }

    /**
     * Returns when all have ended.
     *
     * @throws InterruptedException once all have ended, where one was asked to stop
     */
    void run() throws InterruptedException {
        Together.all(actions.stream().map(this::inTurn).toList());
    }

    private Callable<Boolean> inTurn(PlannedAction action) {
        return () -> {
            try {
                awaitThoseBefore(action);
                return act(action);
            } finally {
                ended(action.id()).countDown();
            }
        };
    }

    private void awaitThoseBefore(PlannedAction action) throws InterruptedException {
        for (var first : turns.before(action.id())) {
            ended(first).await();
        }
    }

    /** A slot is taken only now: whoever waits for another must not keep it from working. */
    private boolean act(PlannedAction action) throws InterruptedException {
        slots.acquire();
        try {
            if (!brokenOff) {
                doing.with(action);
            }
            return !brokenOff;
        } catch (InterruptedException | RuntimeException | Error e) {
            brokenOff = true;
            throw e;
        } finally {
            slots.release();
        }
    }

    private CountDownLatch ended(ActionId action) {
        return ended.getOrDefault(action, new CountDownLatch(0));
    }
}
