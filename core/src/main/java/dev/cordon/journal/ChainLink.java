package dev.cordon.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What of an entry its hash covers: the text as it is stored, never a re-rendering of it. The hash is SHA-256 over
 * run, seq, at, kind, body and the previous entry's hash, each preceded by its length in bytes (32 bit), because
 * concatenated text is ambiguous.
 */
record ChainLink(String run, long seq, String at, String kind, String body) {

    /** What the first entry of a run follows. */
    static final String START = "0".repeat(64);

    String hashAfter(String previous) {
        var sha = sha256();
        for (var field : List.of(run, Long.toString(seq), at, kind, body, previous)) {
            var bytes = field.getBytes(UTF_8);
            sha.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
            sha.update(bytes);
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
