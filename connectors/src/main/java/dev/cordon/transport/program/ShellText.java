package dev.cordon.transport.program;

import dev.cordon.operation.Pointer;
import dev.cordon.operation.Value;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Writes argument lists as text that a POSIX shell reads back as the same argument list.
 *
 * <p>For people to read and paste; Cordon itself starts no shell.
 */
public final class ShellText {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private ShellText() {}

    /** A command with its arguments. */
    public static String line(List<Value> argv) {
        return argv.stream().map(ShellText::word).collect(Collectors.joining(" "));
    }

    /**
     * The same as one word, for a shell that hands it to another one, as {@code ssh} does: what is known is quoted twice,
     * and a promise is quoted by bash when it is filled in, {@code "${name@Q}"} (bash(1), Parameter transformation).
     */
    public static String lineInAWord(List<Value> argv) {
        var word = new StringBuilder();
        var known = new StringBuilder();
        for (var value : argv) {
            known.append(known.isEmpty() && word.isEmpty() ? "" : " ");
            switch (value) {
                case Value.Plain _, Value.Tree _, Value.Row _ -> known.append(quoted(value.text()));
                case Value.Saved _, Value.Item _, Value.Key _, Value.Secret _, Value.Sealed _, Value.Found _ -> {
                    word.append(quoted(known.toString()))
                            .append("\"")
                            .append(requoted(value))
                            .append("\"");
                    known.setLength(0);
                }
            }
        }
        return word + (known.isEmpty() ? "" : quoted(known.toString()));
    }

    private static String requoted(Value promise) {
        return promise(promise).replace("}", "@Q}");
    }

    /** One word; between single quotes nothing has a meaning but the quote itself (POSIX XCU 2.2.2). */
    public static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** One word that may be a promise: {@code "${name}"}. */
    public static String word(Value value) {
        return switch (value) {
            case Value.Plain _, Value.Tree _, Value.Row _ -> quoted(value.text());
            case Value.Saved _, Value.Item _, Value.Key _, Value.Secret _, Value.Sealed _, Value.Found _ ->
                "\"" + promise(value) + "\"";
        };
    }

    /** {@code ${name}} for a value that is known only when its turn has come. */
    public static String promise(Value value) {
        return switch (value) {
            case Value.Saved(var name) -> "${" + variable(name) + "}";
            case Value.Item(var pointer) -> "${item" + variable(pointer.value()) + "}";
            case Value.Key _ -> "${key}";
            case Value.Found(var pointer) -> found(pointer, "-rc");
            case Value.Secret(var name, var _, var _) -> "${secret_" + variable(name) + "}";
            case Value.Sealed(var name, var _) -> "${secret_" + variable(name) + "}";
            case Value.Plain _, Value.Tree _, Value.Row _ -> throw new IllegalArgumentException("no promise: " + value);
        };
    }

    /**
     * Part of what an edit holds in the variable {@code found} while it is pasted.
     *
     * @param how {@code -rc}: a text without its quotes; {@code -c}: as JSON
     */
    public static String found(Pointer at, String how) {
        return "$(printf %s \"$found\" | jq " + how + " " + quoted(jq(at)) + ")";
    }

    /** A pointer as a path of jq(1); what looks like an index is one. */
    public static String jq(Pointer at) {
        var path = new StringBuilder(".");
        for (var part = JsonPointer.compile(at.value()); !part.matches(); part = part.tail()) {
            var name = JsonNodeFactory.instance.stringNode(part.getMatchingProperty());
            path.append('[')
                    .append(part.mayMatchElement() ? part.getMatchingIndex() : name)
                    .append(']');
        }
        return path.toString();
    }

    private static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_");
    }
}
