package dev.cordon.document;

import dev.cordon.document.Node.Scalar;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Text, whatever it looks like. */
record TextType<T>(String words, Function<String, T> parse) implements Type<T> {

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
}
