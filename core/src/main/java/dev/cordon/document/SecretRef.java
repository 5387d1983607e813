package dev.cordon.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a secret is kept; never the secret itself. Read at the moment of use, so that a rotated secret needs no
 * restart. Prints as it is written: {@code env:NAME} or {@code file:PATH}.
 */
public sealed interface SecretRef {

    /** Reads it now. {@code environment} is {@link System#getenv()} outside tests. */
    Resolved resolve(Map<String, String> environment);

    /** What came of reading a secret. */
    sealed interface Resolved {

        /** The secret; does not print itself. */
        record Known(String secret) implements Resolved {
            @Override
            public String toString() {
                return "***";
            }
        }

        /** @param why one line that names the reference */
        record Unknown(String why) implements Resolved {}
    }

    /** An environment variable. */
    record FromEnvironment(String name) implements SecretRef {

        private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");

        public FromEnvironment {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(WANTED);
            }
        }

        @Override
        public Resolved resolve(Map<String, String> environment) {
            return Optional.ofNullable(environment.get(name))
                    .map(value -> known(this, value))
                    .orElseGet(() -> new Resolved.Unknown(this + " is not set in the environment"));
        }

        @Override
        public String toString() {
            return "env:" + name;
        }
    }

    /** A file, of which one newline at the end does not count. */
    record FromFile(Path path) implements SecretRef {

        private static final int LARGEST = 64 * 1024;

        @Override
        public Resolved resolve(Map<String, String> environment) {
            try (var in = Files.newInputStream(path)) {
                var bytes = in.readNBytes(LARGEST + 1);
                if (bytes.length > LARGEST) {
                    return new Resolved.Unknown(Printable.of(toString()) + " is larger than 64 KiB");
                }
                return known(this, new String(bytes, StandardCharsets.UTF_8).replaceFirst("\\r?\\n\\z", ""));
            } catch (IOException e) {
                return new Resolved.Unknown(Printable.of(toString()) + " cannot be read ("
                        + e.getClass().getSimpleName() + ")");
            }
        }

        @Override
        public String toString() {
            return "file:" + path;
        }
    }

    /** What a person is told who wrote something else; the text itself may be a secret and is not repeated. */
    String WANTED = "a secret is not written here: write env:NAME or file:PATH";

    /** Both forms as a regular expression of ECMA-262, for the JSON Schema. */
    String FORM = "^(?:env:" + FromEnvironment.NAME + "|file:[\\s\\S]+)$";

    /** @throws IllegalArgumentException when it is neither form, without repeating the text */
    static SecretRef parse(String text) {
        if (text.startsWith("env:")) {
            return new FromEnvironment(text.substring(4));
        }
        if (text.startsWith("file:") && text.length() > 5 && text.length() < 4096) {
            try {
                return new FromFile(Path.of(text.substring(5)));
            } catch (InvalidPathException _) { // whose message repeats the text
                throw new IllegalArgumentException(WANTED);
            }
        }
        throw new IllegalArgumentException(WANTED);
    }

    private static Resolved known(SecretRef reference, String value) {
        return value.isEmpty()
                ? new Resolved.Unknown(Printable.of(reference.toString()) + " is empty")
                : new Resolved.Known(value);
    }
}
