package dev.cordon.configuration;

import dev.cordon.execution.Platforms;
import dev.cordon.plan.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a configuration file says.
 *
 * @param platforms in the order of the file; their names differ
 */
public record Configuration(List<ConfiguredPlatform> platforms) {

    /** Where there is no file: nothing can be acted on, but plans can be drawn up offline. */
    public static final Configuration NONE = new Configuration(List.of());

    public Configuration {
        platforms = List.copyOf(platforms);
    }

    /**
     * Opens all platforms, or none. Connects to nothing.
     *
     * @param environment where {@code env:NAME} secrets come from
     * @throws IllegalArgumentException naming the platform that cannot be opened, and why
     */
    public Platforms open(Map<String, String> environment) {
        var opened = new ArrayList<Platform>();
        try {
            platforms.forEach(platform -> opened.add(platform.open(environment)));
            return new Platforms(opened);
        } catch (RuntimeException e) {
            opened.forEach(Platform::close);
            throw e;
        }
    }
}
