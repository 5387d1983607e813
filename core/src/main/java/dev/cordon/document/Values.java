package dev.cordon.document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What was read for each parameter of a {@link Schema}, defaults included. Does not change. */
public final class Values {

    /** A parameter and its value. */
    public record Value<T>(Parameter<T> parameter, T value) {}

    private final Map<Parameter<?>, Object> byParameter;

    Values(Map<Parameter<?>, Object> byParameter) {
        this.byParameter = new LinkedHashMap<>(byParameter);
    }

    /** In this order, which is also that of the JSON. */
    public static Values of(Value<?>... given) {
        var map = new LinkedHashMap<Parameter<?>, Object>();
        for (var one : given) {
            map.put(one.parameter(), one.value());
        }
        return new Values(map);
    }

    /** @throws IllegalArgumentException when the parameter is not one of the schema that was read */
    public <T> T get(Parameter<T> parameter) {
        return find(parameter).orElseThrow(() -> new IllegalArgumentException("no value was read for " + parameter));
    }

    @SuppressWarnings("unchecked") // put there only by Value<T> and Schema, which pair a parameter with its own type
    <T> Optional<T> find(Parameter<T> parameter) {
        return Optional.ofNullable((T) byParameter.get(parameter));
    }

    /** Whether it is anything else than the default; what could not be read is. */
    boolean differs(Parameter<?> parameter) {
        return !Optional.ofNullable(byParameter.get(parameter)).equals(parameter.absent());
    }

    /** What is not the default, in one line for people: {@code sender=a@evil.example, has_attachment=true}. */
    public String given() {
        var json = toJson();
        return byParameter.keySet().stream()
                .filter(this::differs)
                .map(parameter -> parameter + "=" + shown(json.get(parameter.name())))
                .collect(Collectors.joining(", "));
    }

    private static String shown(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }

    /** As it would be written: snake_case names, words, defaults included. */
    public ObjectNode toJson() {
        var json = JsonNodeFactory.instance.objectNode();
        byParameter.keySet().forEach(parameter -> put(parameter, json));
        return json;
    }

    private <T> void put(Parameter<T> parameter, ObjectNode into) {
        into.set(parameter.name(), parameter.type().write(get(parameter)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Values that && byParameter.equals(that.byParameter);
    }

    @Override
    public int hashCode() {
        return byParameter.hashCode();
    }

    @Override
    public String toString() {
        return toJson().toString();
    }
}
