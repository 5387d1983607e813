package dev.cordon.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.plan.Digest;
import java.nio.ByteBuffer;
import java.util.stream.Stream;

/**
 * What of an entry its hash covers: the text as it is stored, never a re-rendering of it. The hash is SHA-256 over
 * run, seq, at, kind, body and the previous entry's hash, each preceded by its length in bytes (32 bit), because
 * concatenated text is ambiguous.
 */
record ChainLink(String run, long seq, String at, String kind, String body) {

    /** What the first entry of a run follows. */
    static final String START = "0".repeat(64);

    String hashAfter(String previous) {
        var fields = Stream.of(run, Long.toString(seq), at, kind, body, previous)
                .map(field -> field.getBytes(UTF_8))
                .toList();
        var all = ByteBuffer.allocate(
                fields.stream().mapToInt(field -> 4 + field.length).sum());
        fields.forEach(field -> all.putInt(field.length).put(field));
        return Digest.of(all.array()).value();
    }
}
