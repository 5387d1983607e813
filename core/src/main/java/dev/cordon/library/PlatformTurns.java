package dev.cordon.library;

import dev.cordon.action.PlatformName;
import dev.cordon.plan.Asset;
import dev.cordon.plan.PlannedAction;
import dev.cordon.plan.PlannedPlaybook;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets one thread at a time work on a platform, so that no two runs work on one thing at once, and nobody touches a run
 * that another thread is at. Runs on different platforms go side by side.
 */
final class PlatformTurns {

    /** Work that may be told to stop. */
    interface Work<T> {
        T run() throws InterruptedException;
    }

    private final Map<PlatformName, ReentrantLock> locks = new ConcurrentHashMap<>();

    /** Does the work once no other thread is at any of the platforms of this playbook. */
    <T> T with(PlannedPlaybook playbook, Work<T> work) throws InterruptedException {
        var held = new ArrayDeque<ReentrantLock>();
        try {
            for (var platform : platforms(playbook)) {
                var lock = lock(platform);
                lock.lockInterruptibly();
                held.push(lock);
            }
            return work.run();
        } finally {
            held.forEach(ReentrantLock::unlock);
        }
    }

    /** The same for what is short and must not be left out; an interrupt is seen afterwards. */
    <T> T uninterrupted(PlannedPlaybook playbook, Supplier<T> work) {
        Deque<ReentrantLock> held = new ArrayDeque<>();
        try {
            for (var platform : platforms(playbook)) {
                var lock = lock(platform);
                lock.lock();
                held.push(lock);
            }
            return work.get();
        } finally {
            held.forEach(ReentrantLock::unlock);
        }
    }

    private ReentrantLock lock(PlatformName platform) {
        return locks.computeIfAbsent(platform, _ -> new ReentrantLock());
    }

    /** Sorted, so that no two threads wait for each other. What a person does keeps nobody waiting. */
    private static SortedSet<PlatformName> platforms(PlannedPlaybook playbook) {
        var names = playbook.actions().stream()
                .filter(action -> !action.byHand())
                .flatMap(PlatformTurns::platforms)
                .collect(Collectors.toCollection(TreeSet::new));
        if (names.isEmpty()) {
            names.add(PlannedAction.NO_PLATFORM);
        }
        return names;
    }

    private static Stream<PlatformName> platforms(PlannedAction action) {
        return Stream.concat(
                Stream.of(action.on()), action.plan().touches().stream().map(Asset::on));
    }
}
