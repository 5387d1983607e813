package dev.cordon.operation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.cordon.document.Printable;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A parameter of an operation: a tree whose leaves are data or a promise of data; never text to be glued. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
public sealed interface Value {

    /** Data. */
    @JsonTypeName("plain")
    record Plain(JsonNode json) implements Value {
        public Plain {
            requireNonNull(json, "json");
        }
    }

    /** Named fields. */
    @JsonTypeName("tree")
    record Tree(SortedMap<String, Value> fields) implements Value {
        public Tree {
            fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
        }
    }

    /** Several in order. */
    @JsonTypeName("row")
    record Row(List<Value> items) implements Value {
        public Row {
            items = List.copyOf(items);
        }
    }

    /** What an earlier step saved under this name. */
    @JsonTypeName("saved")
    record Saved(String name) implements Value {
        public Saved {
            requireNonNull(name, "name");
        }
    }

    /** Part of the member at hand, inside an {@code Each}. */
    @JsonTypeName("item")
    record Item(Pointer at) implements Value {
        public Item {
            requireNonNull(at, "at");
        }
    }

    /**
     * Names one attempt of a step for ever: 32 hex digits, put where the vendor keeps a comment or a client token.
     *
     * @param of the step; null for the one that it stands in
     */
    @JsonTypeName("key")
    record Key(@Nullable String of) implements Value {}

    /** Part of what an {@link Edit} has read, its changes made; only in what it writes. */
    @JsonTypeName("found")
    record Found(Pointer at) implements Value {
        public Found {
            requireNonNull(at, "at");
        }
    }

    /**
     * A password that Cordon makes when it is first about to be sent, and seals before: the same for every step of the action
     * that names it, and for every attempt. It stands only where nobody records what passes: in a body, on standard
     * input, or as a bound value; never in what a check compares. What looks whether a step is in force should not need
     * it: once a person was shown it, Cordon does not have it any more.
     *
     * @param name within the action
     * @param length 16 to 128 characters
     */
    @JsonTypeName("secret")
    record Secret(String name, Alphabet alphabet, int length) implements Value {
        public Secret {
            requireNonNull(name, "name");
            requireNonNull(alphabet, "alphabet");
            if (length < 16 || length > 128) {
                throw new IllegalArgumentException("a generated secret has 16 to 128 characters, not " + length);
            }
        }
    }

    /**
     * A secret that was made; opened for the moment of sending alone.
     *
     * @param under what its seal is kept by, 64 hex digits
     */
    @JsonTypeName("sealed")
    record Sealed(String name, String under) implements Value {
        private static final Pattern UNDER = Pattern.compile("[0-9a-f]{64}");

        public Sealed {
            requireNonNull(name, "name");
            if (!UNDER.matcher(under).matches()) {
                throw new IllegalArgumentException("nothing is sealed under this: " + Printable.of(under));
            }
        }
    }

    static Value of(String text) {
        return new Plain(JsonNodeFactory.instance.stringNode(text));
    }

    static Value of(long number) {
        return new Plain(JsonNodeFactory.instance.numberNode(number));
    }

    static Value of(boolean truth) {
        return new Plain(JsonNodeFactory.instance.booleanNode(truth));
    }

    static Value of(JsonNode json) {
        return new Plain(json);
    }

    static Value nothing() {
        return new Plain(JsonNodeFactory.instance.nullNode());
    }

    static Value row(List<Value> items) {
        return new Row(items);
    }

    static Value row(Value... items) {
        return new Row(List.of(items));
    }

    static Value texts(List<String> items) {
        return new Row(items.stream().map(Value::of).toList());
    }

    static Value tree(Map<String, Value> fields) {
        return new Tree(new TreeMap<>(fields));
    }

    static Value saved(String name) {
        return new Saved(name);
    }

    static Value item(String pointer) {
        return new Item(new Pointer(pointer));
    }

    static Value found(String pointer) {
        return new Found(new Pointer(pointer));
    }

    static Value secret(String name, Alphabet alphabet, int length) {
        return new Secret(name, alphabet, length);
    }

    static Value key() {
        return new Key(null);
    }

    /** The same tree with {@code promise} applied to each leaf that is not plain data. */
    default Value with(UnaryOperator<Value> promise) {
        return switch (this) {
            case Plain plain -> plain;
            case Tree(var fields) -> {
                var done = new TreeMap<String, Value>();
                fields.forEach((name, value) -> done.put(name, value.with(promise)));
                yield new Tree(done);
            }
            case Row(var items) ->
                new Row(items.stream().map(item -> item.with(promise)).toList());
            case Saved saved -> promise.apply(saved);
            case Item item -> promise.apply(item);
            case Key key -> promise.apply(key);
            case Found found -> promise.apply(found);
            case Secret secret -> promise.apply(secret);
            case Sealed sealed -> promise.apply(sealed);
        };
    }

    /** Whether a generated secret stands anywhere in it. */
    default boolean holdsSecret() {
        return switch (this) {
            case Secret _, Sealed _ -> true;
            case Plain _, Saved _, Item _, Key _, Found _ -> false;
            case Tree(var fields) -> fields.values().stream().anyMatch(Value::holdsSecret);
            case Row(var items) -> items.stream().anyMatch(Value::holdsSecret);
        };
    }

    /**
     * For a place that is recorded on its way.
     *
     * @param where for the message
     * @throws IllegalArgumentException where a generated secret stands in one of these
     */
    static void refuseSecrets(String where, Collection<? extends Value> values) {
        if (values.stream().anyMatch(Value::holdsSecret)) {
            throw new IllegalArgumentException("a secret does not travel in " + where + ", which others can read");
        }
    }

    /**
     * This value as JSON.
     *
     * @throws IllegalStateException where a promise is left; the engine resolves them before sending
     */
    default JsonNode json() {
        return switch (this) {
            case Plain(var json) -> json;
            case Tree(var fields) -> {
                var node = JsonNodeFactory.instance.objectNode();
                fields.forEach((name, value) -> node.set(name, value.json()));
                yield node;
            }
            case Row(var items) -> {
                var node = JsonNodeFactory.instance.arrayNode();
                items.forEach(item -> node.add(item.json()));
                yield node;
            }
            case Saved _, Item _, Key _, Found _, Secret _, Sealed _ ->
                throw new IllegalStateException("still a promise: " + this);
        };
    }

    /** This value as the text that a command or a statement takes. */
    default String text() {
        var json = json();
        return json.isString() ? json.stringValue() : json.toString();
    }
}
