package dev.cordon.action;

import dev.cordon.document.Parameter;
import dev.cordon.document.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that can be asked for, as data: what {@code cordon actions} prints and the documentation is made from. It
 * comes from the same declarations that requests are read by, so it cannot say anything else than they do.
 *
 * @param entries one for each action, in the order of the contract
 */
public record Catalogue(List<Entry> entries) {

    /**
     * An action.
     *
     * @param key               the word in a playbook: {@code isolate_host}
     * @param actionType        as in a ContainmentAction: {@code network_isolation}
     * @param platformParameter the parameter whose word is the type of platform, if it has one
     */
    public record Entry(
            String key, String actionType, String summary, Optional<String> platformParameter, List<Param> parameters) {

        public Entry {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * A parameter.
     *
     * @param name    one inside a mapping stands behind the mapping's name and a dot: {@code search_criteria.sender}
     * @param absent  what it is when it is left out; empty where it is required
     * @param allowed the words that may be written, where they can be listed
     */
    public record Param(
            String name,
            String type,
            boolean required,
            Optional<String> absent,
            List<String> allowed,
            String sentence) {

        public Param {
            allowed = List.copyOf(allowed);
        }
    }

    public Catalogue {
        entries = List.copyOf(entries);
    }

    public static Catalogue all() {
        return new Catalogue(
                Arrays.stream(ActionKind.values()).map(Catalogue::entry).toList());
    }

    private static Entry entry(ActionKind kind) {
        return new Entry(
                kind.key(),
                kind.actionType(),
                kind.summary(),
                kind.platformParameter().map(Parameter::name),
                kind.schema().parameters().stream()
                        .flatMap(parameter -> params("", parameter))
                        .toList());
    }

    private static Stream<Param> params(String prefix, Parameter<?> parameter) {
        var name = prefix + parameter.name();
        Type<?> type = parameter.type();
        var itself = new Param(
                name,
                type.words(),
                parameter.required(),
                parameter.defaultWords(),
                type.allowed(),
                parameter.sentence());
        return Stream.concat(Stream.of(itself), type.parameters().stream().flatMap(inner -> params(name + ".", inner)));
    }
}
