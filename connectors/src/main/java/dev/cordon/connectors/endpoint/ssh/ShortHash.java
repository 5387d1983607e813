package dev.cordon.connectors.endpoint.ssh;

import dev.cordon.plan.Digest;
import java.nio.charset.StandardCharsets;

/** The first 16 hex digits of a text's SHA-256, as the host script makes them. */
final class ShortHash {

    private ShortHash() {}

    static String of(String text) {
        return Digest.of(text.getBytes(StandardCharsets.UTF_8)).value().substring(0, 16);
    }
}
