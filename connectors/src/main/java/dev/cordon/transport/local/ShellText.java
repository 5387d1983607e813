package dev.cordon.transport.local;

import dev.cordon.operation.Value;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes argument lists as text that a POSIX shell reads back as the same argument list.
 *
 * <p>For people to read and paste; Cordon itself starts no shell.
 */
public final class ShellText {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private ShellText() {}

    public static String command(List<String> argv) {
        return argv.stream().map(ShellText::quoted).collect(Collectors.joining(" "));
    }

    /** One word; between single quotes nothing has a meaning but the quote itself (POSIX XCU 2.2.2). */
    public static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** One word that may be a promise: {@code "${name}"}. */
    public static String word(Value value) {
        return switch (value) {
            case Value.Plain _, Value.Tree _, Value.Row _ -> quoted(value.text());
            case Value.Saved _, Value.Item _, Value.Key _ -> "\"" + promise(value) + "\"";
        };
    }

    /** {@code ${name}} for a value that is known only when its turn has come. */
    public static String promise(Value value) {
        return switch (value) {
            case Value.Saved(var name) -> "${" + variable(name) + "}";
            case Value.Item(var pointer) -> "${item" + variable(pointer.value()) + "}";
            case Value.Key _ -> "${key}";
            case Value.Plain _, Value.Tree _, Value.Row _ -> throw new IllegalArgumentException("no promise: " + value);
        };
    }

    private static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_");
    }
}
