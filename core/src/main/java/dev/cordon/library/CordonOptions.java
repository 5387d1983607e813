package dev.cordon.library;

import static java.util.Objects.requireNonNull;

import dev.cordon.execution.Pace;
import dev.cordon.journal.Event;
import dev.cordon.plan.PlatformType;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * All that a {@link Cordon} needs from outside itself. Does not change.
 *
 * @param types of platform that can be configured; {@code ConnectorRegistry.types(clock)} has them all
 * @param environment where {@code env:NAME} secrets come from
 * @param user who asks, for the journal, where a playbook names no analyst
 * @param random makes ids; used by any thread
 * @param listener is told each event once it is durable, by any thread; must not throw
 */
public record CordonOptions(
        List<PlatformType> types,
        Map<String, String> environment,
        String user,
        Pace pace,
        RandomGenerator random,
        Consumer<Event> listener) {

    public CordonOptions {
        types = List.copyOf(types);
        environment = Map.copyOf(environment);
        requireNonNull(user, "user");
        requireNonNull(pace, "pace");
        requireNonNull(random, "random");
        requireNonNull(listener, "listener");
    }

    /** This process: its environment, its user, the system's clock. */
    public static CordonOptions ofProcess(List<PlatformType> types) {
        return new CordonOptions(
                types,
                System.getenv(),
                System.getProperty("user.name", "unknown"),
                Pace.of(Clock.systemUTC()),
                new SecureRandom(),
                _ -> {});
    }

    public CordonOptions environment(Map<String, String> of) {
        return new CordonOptions(types, of, user, pace, random, listener);
    }

    public CordonOptions user(String of) {
        return new CordonOptions(types, environment, of, pace, random, listener);
    }

    public CordonOptions pace(Pace of) {
        return new CordonOptions(types, environment, user, of, random, listener);
    }

    public CordonOptions listener(Consumer<Event> of) {
        return new CordonOptions(types, environment, user, pace, random, of);
    }

    /** Without the environment, which may hold secrets. */
    @Override
    public String toString() {
        return "CordonOptions[user=" + user + ", types="
                + types.stream().map(PlatformType::name).toList() + "]";
    }
}
