package dev.cordon.document;

import dev.cordon.document.Node.Entry;
import dev.cordon.document.Node.Mapping;
import dev.cordon.document.Node.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parameters that a mapping may hold, and the rules between them. Reads a mapping into {@link Values}: unknown
 * keys, missing ones, wrong values and broken rules are all reported, each at its place.
 *
 * <p>Does not change: {@link #and}, {@link #notYet} and {@link #rule} give a new one.
 */
public final class Schema {

    /**
     * Something that must hold between values which are right one by one.
     *
     * @param at where the person is sent who breaks it
     * @param breach what is wrong, when the values it needs were read; empty when nothing is
     */
    private record Rule(Parameter<?> at, Function<Values, Optional<String>> breach) {}

    private final String owner;
    private final List<Parameter<?>> parameters;
    private final List<Rule> rules;
    private final Set<String> notYet;

    private Schema(String owner, List<Parameter<?>> parameters, List<Rule> rules, Set<String> notYet) {
        this.owner = owner;
        this.parameters = List.copyOf(parameters);
        this.rules = List.copyOf(rules);
        this.notYet = Set.copyOf(notYet);
    }

    /** @param owner what has these parameters, as messages name it: {@code firewall_block} */
    public static Schema of(String owner, Parameter<?>... parameters) {
        return new Schema(owner, List.of(parameters), List.of(), Set.of());
    }

    public Schema and(Parameter<?>... more) {
        return new Schema(
                owner, Stream.concat(parameters.stream(), Stream.of(more)).toList(), rules, notYet);
    }

    /** Keys that have a meaning, but that nothing in this version obeys: refused, so that nobody relies on them. */
    public Schema notYet(String... keys) {
        return new Schema(owner, parameters, rules, Set.of(keys));
    }

    /** A rule on one parameter; not asked when it was not read. */
    public <A> Schema rule(Parameter<A> at, Function<A, Optional<String>> breach) {
        return rule(new Rule(at, values -> values.find(at).flatMap(breach)));
    }

    /** A rule on two parameters, reported at the first; not asked when one of them was not read. */
    public <A, B> Schema rule(Parameter<A> at, Parameter<B> other, BiFunction<A, B, Optional<String>> breach) {
        return rule(new Rule(
                at, values -> values.find(at).flatMap(a -> values.find(other).flatMap(b -> breach.apply(a, b)))));
    }

    /** One of these has to be given, and be something else than its default. */
    public Schema atLeastOne(Parameter<?>... some) {
        var names = Stream.of(some).map(Parameter::name).collect(Collectors.joining(", "));
        return rule(new Rule(
                some[0],
                values -> Stream.of(some).anyMatch(values::differs)
                        ? Optional.empty()
                        : Optional.of(owner + " needs at least one of " + names)));
    }

    private Schema rule(Rule rule) {
        return new Schema(
                owner,
                parameters,
                Stream.concat(rules.stream(), Stream.of(rule)).toList(),
                notYet);
    }

    /**
     * The same rules for a constructor, whose values no document held.
     *
     * @throws IllegalArgumentException saying what is broken
     */
    public static void demand(Optional<String> breach) {
        breach.ifPresent(what -> {
            throw new IllegalArgumentException(what);
        });
    }

    public String owner() {
        return owner;
    }

    public List<Parameter<?>> parameters() {
        return parameters;
    }

    public Set<String> names() {
        return parameters.stream().map(Parameter::name).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Reads a mapping.
     *
     * @param at where a missing parameter is reported: the key that the mapping belongs to
     * @return empty when a problem has been added
     */
    public Optional<Values> read(Node node, Place at, Problems problems) {
        return switch (node) {
            case Mapping mapping -> read(mapping, at, problems);
            case Scalar nothing when nothing.isMissing() -> read(new Mapping(List.of(), at), at, problems);
            case Node other -> {
                problems.add(
                        other.place(),
                        owner + " has its parameters below it, each as 'name: value'; here is " + other.described());
                yield Optional.empty();
            }
        };
    }

    private Optional<Values> read(Mapping mapping, Place at, Problems problems) {
        var before = problems.count();
        for (var entry : mapping.entries()) {
            refuseUnknown(entry, problems);
        }
        var read = new LinkedHashMap<Parameter<?>, Object>();
        for (var parameter : parameters) {
            value(parameter, mapping, at, problems).ifPresent(value -> read.put(parameter, value));
        }
        var values = new Values(read);
        for (var rule : rules) {
            rule.breach().apply(values).ifPresent(what -> problems.add(placeOf(rule.at(), mapping, at), what));
        }
        return problems.count() == before ? Optional.of(values) : Optional.empty();
    }

    private void refuseUnknown(Entry entry, Problems problems) {
        if (notYet.contains(entry.name())) {
            problems.add(entry.key().place(), "'" + entry.name() + "' is not yet obeyed by this version; leave it out");
        } else if (!names().contains(entry.name())) {
            problems.unknown(
                    entry.key().place(), owner + " has no " + Printable.quoted(entry.name()), entry.name(), names());
        }
    }

    private <T> Optional<T> value(Parameter<T> parameter, Mapping mapping, Place at, Problems problems) {
        var entry = mapping.entry(parameter.name());
        if (entry.isPresent() && !isNull(entry.get())) {
            if (entry.get().value() instanceof Scalar scalar && scalar.isMissing()) {
                problems.add(scalar.place(), "'" + parameter + "' has no value: write one, or leave the key out");
                return Optional.empty();
            }
            return parameter.type().read(entry.get().value(), problems);
        }
        if (parameter.required()) {
            var place = entry.map(Entry::value).map(Node::place).orElse(at);
            problems.add(
                    place,
                    owner + " needs '" + parameter + "' (" + parameter.type().words() + ")");
        }
        return parameter.absent();
    }

    private static boolean isNull(Entry entry) {
        return entry.value() instanceof Scalar scalar && scalar.isNull();
    }

    private static Place placeOf(Parameter<?> parameter, Mapping mapping, Place at) {
        return mapping.entry(parameter.name())
                .map(Entry::value)
                .map(Node::place)
                .orElse(at);
    }
}
