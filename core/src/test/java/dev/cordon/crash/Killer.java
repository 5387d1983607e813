package dev.cordon.crash;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Kills one process at its moment, by SIGKILL. Safe for any number of threads. */
final class Killer {

    private final Moment moment;
    private final Map<Boundary, Integer> times = new HashMap<>();
    private int boundaries;
    private Optional<ProcessHandle> victim = Optional.empty();

    Killer(Moment moment) {
        this.moment = moment;
    }

    synchronized void meets(long pid) {
        victim = ProcessHandle.of(pid);
    }

    /** @throws LineServer.Killed where the process is dead now and must not get a reply */
    synchronized void reached(Boundary boundary) {
        boundaries++;
        var time = times.merge(boundary, 1, Integer::sum);
        switch (moment) {
            case Moment.At(var fatal, var number)
            when fatal.equals(boundary) && number == time -> {
                kill();
                throw new LineServer.Killed();
            }
            case Moment.After(var number, var delay)
            when number == boundaries ->
                Thread.ofPlatform().daemon().start(() -> {
                    LockSupport.parkNanos(delay.toNanos());
                    kill();
                });
            case Moment.At _, Moment.After _, Moment.Never _ -> {}
        }
    }

    /** How many it came to, of any kind. */
    synchronized int boundaries() {
        return boundaries;
    }

    synchronized Set<Boundary> kinds() {
        return Set.copyOf(times.keySet());
    }

    private void kill() {
        victim.orElseThrow().destroyForcibly();
    }
}
