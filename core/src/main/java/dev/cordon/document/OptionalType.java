package dev.cordon.document;

import dev.cordon.document.Node.Form;
import dev.cordon.document.Node.Scalar;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A value that may be absent.
 *
 * @param blank whether absence is written {@code ""}, else {@code null}
 */
record OptionalType<T>(Type<T> inner, boolean blank) implements Type<Optional<T>> {

    @Override
    public String words() {
        return inner.words();
    }

    @Override
    public List<String> allowed() {
        return inner.allowed();
    }

    @Override
    public List<Parameter<?>> parameters() {
        return inner.parameters();
    }

    @Override
    public Optional<Optional<T>> read(Node node, Problems problems) {
        if (blank && node instanceof Scalar scalar && scalar.text().isEmpty() && scalar.form() != Form.PLAIN) {
            return Optional.of(Optional.empty());
        }
        var read = inner.read(node, problems);
        return read.isPresent() ? Optional.of(read) : Optional.empty();
    }

    @Override
    public JsonNode write(Optional<T> value) {
        return value.map(inner::write)
                .orElseGet(() -> blank ? JsonNodeFactory.instance.stringNode("") : JsonNodeFactory.instance.nullNode());
    }

    @Override
    public ObjectNode jsonSchema() {
        return blank
                ? JsonSchema.anyOf(
                        inner.jsonSchema(),
                        JsonNodeFactory.instance.objectNode().put("const", ""))
                : inner.jsonSchema();
    }
}
