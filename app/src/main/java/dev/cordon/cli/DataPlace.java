package dev.cordon.cli;

import dev.cordon.cli.Ending.Stopped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which folder holds the journal and the plans: {@code --data}, else {@code CORDON_DATA}, else {@code /var/lib/cordon}
 * for root and {@code ${XDG_STATE_HOME:-~/.local/state}/cordon} for everybody else (XDG Base Directory Specification
 * 0.8: a relative XDG_STATE_HOME counts as unset).
 *
 * @param chosen by the user; the folder above it must be there
 */
record DataPlace(Path folder, boolean chosen) {

    static DataPlace of(Optional<Path> option, Surroundings surroundings) {
        var environment = surroundings.environment();
        var named = option.or(() -> text(environment.get("CORDON_DATA")).map(Path::of));
        return named.map(path -> new DataPlace(surroundings.folder().resolve(path), true))
                .orElseGet(() -> new DataPlace(usual(surroundings), false));
    }

    /** Makes the folders above the usual place; a typing slip in a chosen one should not make folders. */
    void prepare() {
        var above = folder.getParent();
        if (chosen || above == null || Files.isDirectory(above)) {
            return;
        }
        try {
            Files.createDirectories(
                    above, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new Stopped(
                    Ending.Trouble.of(
                            ExitCode.REFUSED,
                            above + " cannot be created (" + e.getClass().getSimpleName()
                                    + "): put that right, or use --data with another folder"),
                    e);
        }
    }

    private static Path usual(Surroundings surroundings) {
        if (surroundings.root()) {
            return Path.of("/var/lib/cordon");
        }
        return text(surroundings.environment().get("XDG_STATE_HOME"))
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElseGet(() -> surroundings.home().resolve(".local/state"))
                .resolve("cordon");
    }

    private static Optional<String> text(@Nullable String value) {
        return Optional.ofNullable(value).filter(it -> !it.isBlank());
    }
}
