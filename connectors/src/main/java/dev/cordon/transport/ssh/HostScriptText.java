package dev.cordon.transport.ssh;

import dev.cordon.plan.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The one fixed script: the same bytes for every host and every operation, known by their hash. */
public final class HostScriptText {

    private static final List<String> PARTS = List.of("base.sh", "processes.sh", "memory.sh", "services.sh", "main.sh");
    private static final String TEXT = PARTS.stream().map(HostScriptText::part).collect(Collectors.joining("\n"));

    private HostScriptText() {}

    /** As {@code cordon host-script} prints it. */
    public static String text() {
        return TEXT;
    }

    public static Digest digest() {
        return Digest.of(TEXT.getBytes(StandardCharsets.UTF_8));
    }

    private static String part(String name) {
        try (var in = HostScriptText.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the part " + name + " of the host script is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
