package dev.cordon.cli;

import dev.cordon.action.ActionKind;
import dev.cordon.document.Parameter;
import dev.cordon.playbook.PlaybookReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.AutoComplete;
import picocli.CommandLine;

/**
 * The script that completes {@code cordon} in a shell: picocli's own for commands and options, and one of ours for
 * files, actions and their parameters. Everything in it is made of names that this version declares. Reads no journal
 * and no configuration, so a key press never waits for Java.
 *
 * @param root the command {@code cordon} with all of its commands
 */
record Completion(CommandLine root) {

    /** For bash 4 or later; zsh reads it by its {@code bashcompinit}, which the script switches on. */
    String script() {
        return AutoComplete.bash("cordon", root)
                + ours().replace("@ACTIONS@", String.join(" ", ActionKind.keys()))
                        .replace("@KEYS@", each(Completion::keys))
                        .replace("@VALUES@", each(Completion::values));
    }

    private interface Lines {
        Stream<String> of(ActionKind kind);
    }

    private static String each(Lines lines) {
        return Arrays.stream(ActionKind.values()).flatMap(lines::of).collect(Collectors.joining("\n"));
    }

    private static Stream<String> keys(ActionKind kind) {
        var keys = Stream.concat(
                kind.schema().parameters().stream().map(Parameter::name),
                PlaybookReader.wordsBesideOneAction().stream());
        return Stream.of(branch(kind.key(), keys.map(key -> key + "=").toList()));
    }

    private static Stream<String> values(ActionKind kind) {
        return kind.schema().parameters().stream()
                .filter(parameter -> !parameter.type().allowed().isEmpty())
                .map(parameter -> branch(
                        "\"" + kind.key() + " " + parameter.name() + "\"",
                        parameter.type().allowed()));
    }

    private static String branch(String of, List<String> words) {
        return "    " + of + ") echo \"" + String.join(" ", words) + "\" ;;";
    }

    private static String ours() {
        try (var in = Objects.requireNonNull(Completion.class.getResourceAsStream("completion.bash"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
