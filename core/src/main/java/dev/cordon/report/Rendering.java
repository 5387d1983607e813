package dev.cordon.report;

import dev.cordon.execution.Platforms;
import dev.cordon.operation.Operation;
import dev.cordon.plan.Canonical;
import dev.cordon.plan.PlannedAction;
import dev.cordon.plan.Platform;
import dev.cordon.plan.PlatformType;
import java.util.List;
import java.util.Optional;

/**
 * Renders operations as commands that work when pasted, by the transport of the platform that they go to. Connects to
 * nothing.
 *
 * @param configured opened from the configuration
 * @param types that this version knows; they render for a platform that is not configured, as in an offline plan
 */
public record Rendering(Platforms configured, List<PlatformType> types) {

    public Rendering {
        types = List.copyOf(types);
    }

    /** The operation itself as JSON where nothing in this version can render it. May have several lines. */
    String command(PlannedAction action, Operation operation) {
        return configured
                .named(operation.terms().on())
                .filter(platform -> understands(platform, action))
                .map(platform -> platform.transport().render(operation))
                .or(() -> unconfigured(action, operation))
                .orElseGet(() -> Canonical.write(operation));
    }

    /** The name may have been given to a platform of another type since. */
    private static boolean understands(Platform platform, PlannedAction action) {
        return !platform.name().equals(action.on()) || platform.type().equals(action.platformType());
    }

    private Optional<String> unconfigured(PlannedAction action, Operation operation) {
        return types.stream()
                .filter(type -> type.name().equals(action.platformType()))
                .filter(_ -> operation.terms().on().equals(action.on()))
                .findFirst()
                .map(type -> render(type.offline(action.on()), operation));
    }

    private static String render(Platform offline, Operation operation) {
        try (offline) {
            return offline.transport().render(operation);
        }
    }
}
