package dev.cordon.configuration;

import static java.util.Objects.requireNonNull;

import dev.cordon.action.PlatformName;
import dev.cordon.document.Values;
import dev.cordon.plan.Platform;
import dev.cordon.plan.PlatformType;
import java.util.Map;

/**
 * One platform as the configuration describes it; nothing is connected to.
 *
 * @param settings what stands beside {@code type}, read by the type's own schema; secrets by reference
 */
public record ConfiguredPlatform(PlatformName name, PlatformType type, Values settings) {

    public ConfiguredPlatform {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        requireNonNull(settings, "settings");
    }

    /**
     * @throws IllegalArgumentException naming the platform, where a secret cannot be had or the settings contradict
     * each other
     */
    Platform open(Map<String, String> environment) {
        try {
            return type.open(name, settings, environment);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("platform '" + name + "': " + e.getMessage(), e);
        }
    }
}
