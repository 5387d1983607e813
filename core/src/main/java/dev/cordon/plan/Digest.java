package dev.cordon.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A SHA-256 as 64 lower-case hex digits: what an approval binds and what a stored plan is called. */
public record Digest(String value) {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    @JsonCreator
    public Digest {
        if (!HEX.matcher(value).matches()) {
            throw new IllegalArgumentException("not a digest: 64 hex digits are one");
        }
    }

    /** The digest of these bytes. */
    public static Digest of(byte[] bytes) {
        return new Digest(HexFormat.of().formatHex(sha256().digest(bytes)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    @JsonValue
    public String toString() {
        return value;
    }
}
