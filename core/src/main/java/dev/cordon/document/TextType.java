package dev.cordon.document;

import dev.cordon.document.Node.Scalar;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Text, whatever it looks like.
 *
 * @param limits of its length and form, in the words of JSON Schema; what {@code parse} takes is within them
 */
record TextType<T>(String words, ObjectNode limits, Function<String, T> parse) implements Type<T> {

    TextType(String words, Function<String, T> parse) {
        this(words, JsonNodeFactory.instance.objectNode().put("minLength", 1), parse);
    }

    static <T> TextType<T> atMost(int longest, String words, Function<String, T> parse) {
        var limits = JsonNodeFactory.instance.objectNode().put("minLength", 1).put("maxLength", longest);
        return new TextType<>(words, limits, parse);
    }

    static <T> TextType<T> like(Pattern form, String words, Function<String, T> parse) {
        var limits = JsonNodeFactory.instance.objectNode().put("pattern", JsonSchema.whole(form));
        return new TextType<>(words, limits, parse);
    }

    @Override
    public Optional<T> read(Node node, Problems problems) {
        if (!(node instanceof Scalar scalar) || scalar.isNull() || scalar.isMissing()) {
            problems.add(node.place(), words + " is wanted here, not " + node.described());
            return Optional.empty();
        }
        try {
            return Optional.of(parse.apply(scalar.text()));
        } catch (IllegalArgumentException e) {
            problems.add(node.place(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    @Override
    public JsonNode write(T value) {
        return JsonNodeFactory.instance.stringNode(value.toString());
    }

    /** A number or a word like {@code true} without quotes is text too, letter by letter. */
    @Override
    public ObjectNode jsonSchema() {
        var json = JsonSchema.ofType("string", "number", "boolean").put("title", words);
        json.setAll(limits);
        return json;
    }
}
