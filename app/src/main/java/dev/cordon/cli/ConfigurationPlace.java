package dev.cordon.cli;

import dev.cordon.configuration.Configuration;
import dev.cordon.configuration.ConfigurationReader;
import dev.cordon.document.Reading;
import dev.cordon.plan.PlatformType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which file holds the configuration: {@code --config}, else {@code CORDON_CONFIG}, else {@code ./cordon.yaml}.
 *
 * @param chosen by the user: then it must be there
 */
record ConfigurationPlace(Path file, boolean chosen) {

    static ConfigurationPlace of(Optional<Path> option, Surroundings surroundings) {
        var named =
                option.or(() -> Optional.ofNullable(surroundings.environment().get("CORDON_CONFIG"))
                        .filter(text -> !text.isBlank())
                        .map(Path::of));
        return named.map(path -> new ConfigurationPlace(surroundings.folder().resolve(path), true))
                .orElseGet(() -> new ConfigurationPlace(surroundings.folder().resolve("cordon.yaml"), false));
    }

    /** Nothing has been configured yet, so no platform can be acted on. */
    boolean isMissing() {
        return !chosen && Files.notExists(file);
    }

    /** What to tell whoever needs one that is missing. */
    String missing() {
        return "there is no " + file + ": write one, or say where it is with --config";
    }

    /** Whether a file that cannot be used seems to have such a section. */
    boolean speaksOf(String section) {
        try (var lines = Files.lines(file)) {
            return lines.anyMatch(line -> line.startsWith(section) || line.contains('"' + section + '"'));
        } catch (IOException | UncheckedIOException e) {
            return false; // what cannot be read is told by whoever needs it
        }
    }

    Reading<Configuration> read(List<PlatformType> types) {
        return isMissing() ? new Reading.Read<>(Configuration.NONE) : new ConfigurationReader(types).read(file);
    }
}
