package dev.cordon.report;

import dev.cordon.execution.Platforms;
import dev.cordon.operation.Operation;
import dev.cordon.operation.Transport;
import dev.cordon.plan.Canonical;
import dev.cordon.plan.PlannedAction;
import dev.cordon.plan.Platform;
import dev.cordon.plan.PlatformType;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

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
        return rendered(action, operation, Transport::render);
    }

    /** The heart of the command, for reading; cannot be pasted. May have several lines. */
    String brief(PlannedAction action, Operation operation) {
        return rendered(action, operation, Transport::brief);
    }

    private String rendered(
            PlannedAction action, Operation operation, BiFunction<Transport, Operation, String> render) {
        return configured
                .named(operation.terms().on())
                .filter(platform -> understands(platform, action))
                .map(platform -> render.apply(platform.transport(), operation))
                .or(() -> unconfigured(action, operation, render))
                .orElseGet(() -> Canonical.write(operation));
    }

    /** The name may have been given to a platform of another type since. */
    private static boolean understands(Platform platform, PlannedAction action) {
        return !platform.name().equals(action.on()) || platform.type().equals(action.platformType());
    }

    private Optional<String> unconfigured(
            PlannedAction action, Operation operation, BiFunction<Transport, Operation, String> render) {
        return types.stream()
                .filter(type -> type.name().equals(action.platformType()))
                .filter(_ -> operation.terms().on().equals(action.on()))
                .findFirst()
                .map(type -> rendered(type.offline(action.on()), operation, render));
    }

    private static String rendered(
            Platform offline, Operation operation, BiFunction<Transport, Operation, String> render) {
        try (offline) {
            return render.apply(offline.transport(), operation);
        }
    }
}
