package dev.cordon.document;

import dev.cordon.document.Node.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A mapping with a schema of its own. */
record GroupType<T>(Schema schema, Function<Values, T> reader, Function<T, Values> writer) implements Type<T> {

    @Override
    public String words() {
        return "mapping";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return schema.parameters();
    }

    @Override
    public Optional<T> read(Node node, Problems problems) {
        if (node instanceof Scalar word && Inline.is(word)) {
            return Inline.read(word, problems).flatMap(inner -> read(inner, problems));
        }
        return schema.read(node, node.place(), problems).map(reader);
    }

    @Override
    public JsonNode write(T value) {
        return writer.apply(value).toJson();
    }

    @Override
    public ObjectNode jsonSchema() {
        return JsonSchema.of(schema);
    }
}
