package dev.cordon.execution;

import dev.cordon.action.PlatformName;
import dev.cordon.plan.Platform;
import java.util.List;
import java.util.Optional;

/** The platforms that the configuration names, opened. Closes them all. */
public record Platforms(List<Platform> all) implements AutoCloseable {

    public Platforms {
        all = List.copyOf(all);
    }

    public Optional<Platform> named(PlatformName name) {
        return all.stream().filter(platform -> platform.name().equals(name)).findFirst();
    }

    /** @throws UnknownPlatform where the configuration does not name it any more */
    public Platform required(PlatformName name) {
        return named(name).orElseThrow(() -> new UnknownPlatform(name));
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
