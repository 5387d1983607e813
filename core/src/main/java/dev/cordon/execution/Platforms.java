package dev.cordon.execution;

import dev.cordon.action.PlatformName;
import dev.cordon.journal.SealingKey;
import dev.cordon.plan.PlannedAction;
import dev.cordon.plan.Platform;
import dev.cordon.policy.Guard;
import java.util.List;
import java.util.Optional;

/**
 * The platforms that the configuration names, opened, and the guard over what is done on them. Closes them all.
 *
 * @param sealing seals the passwords that are made for them; empty where the configuration names no key
 */
public record Platforms(List<Platform> all, Guard guard, Optional<SealingKey> sealing) implements AutoCloseable {

    public Platforms {
        all = List.copyOf(all);
    }

    /** On which no secret is made. */
    public Platforms(List<Platform> all, Guard guard) {
        this(all, guard, Optional.empty());
    }

    /** Over which nothing is protected: to show commands by, and for tests. */
    public Platforms(List<Platform> all) {
        this(all, Guard.NONE);
    }

    public Optional<Platform> named(PlatformName name) {
        return all.stream().filter(platform -> platform.name().equals(name)).findFirst();
    }

    /** @throws UnknownPlatform where the configuration does not name it any more */
    public Platform required(PlatformName name) {
        return named(name).orElseThrow(() -> new UnknownPlatform(name));
    }

    /**
     * The platforms that these actions act on and that are not configured, or are of another type than they were:
     * {@code 'edge' of type nftables}. Work on a stored plan must not stop halfway because of them.
     */
    public List<String> lacking(List<PlannedAction> actions) {
        return actions.stream()
                .filter(action -> !action.byHand())
                .filter(action -> named(action.on())
                        .filter(platform -> platform.type().equals(action.platformType()))
                        .isEmpty())
                .map(action -> "'" + action.on() + "' of type " + action.platformType())
                .distinct()
                .toList();
    }

    @Override
    public void close() {
        all.forEach(Platform::close);
    }

    /** A run refers to a platform that is not configured. */
    public static final class UnknownPlatform extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnknownPlatform(PlatformName name) {
            super("the configuration has no platform '" + name + "', which this run acts on; add it and try again");
        }
    }
}
