package dev.cordon.lab.laws;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks for a secret in everything that was written. */
final class Secrets {

    private Secrets() {}

    /** In no file of the folder, as its bytes stand there. */
    static void notIn(Path folder, String secret) throws IOException {
        var bytes = new String(secret.getBytes(UTF_8), ISO_8859_1);
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, ISO_8859_1).contains(bytes))
                        .as("the secret in " + file.getFileName())
                        .isFalse();
            }
        }
    }
}
