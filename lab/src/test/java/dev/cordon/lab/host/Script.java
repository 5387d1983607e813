package dev.cordon.lab.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** One of the shell scripts that lie beside these classes. */
record Script(String name) {

    static final Script BUILD_TREES = new Script("build-trees.sh");
    static final Script OUTSIDE = new Script("outside.sh");
    static final Script INSIDE = new Script("inside.sh");
    static final Script UNIT_ZOO = new Script("unit-zoo.sh");

    String text() {
        try (var in = Script.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** Writes it into a folder, for the shell to read. */
    Path in(Path folder) throws IOException {
        return Files.writeString(folder.resolve(name), text());
    }
}
