package dev.cordon.paper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Text that must stay as a person approved it, in {@code src/test/resources/golden}. Run the test with {@code
 * -Dgolden.write=true} to write the file anew, and read the difference before it is committed.
 */
public final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private Golden() {}

    public static String text(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name), UTF_8);
    }

    public static void assertSame(String name, String text) throws IOException {
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(name), text, UTF_8);
        }
        assertThat(text).isEqualTo(text(name));
    }
}
