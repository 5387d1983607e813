package dev.cordon.document;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Written as {@code A}, held as {@code B}; what the conversion throws as IllegalArgumentException is the problem. */
record ConvertedType<A, B>(Type<A> written, Function<A, B> reader, Function<B, A> writer) implements Type<B> {

    @Override
    public String words() {
        return written.words();
    }

    @Override
    public List<String> allowed() {
        return written.allowed();
    }

    @Override
    public Optional<B> read(Node node, Problems problems) {
        try {
            return written.read(node, problems).map(reader);
        } catch (IllegalArgumentException e) {
            problems.add(node.place(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    @Override
    public JsonNode write(B value) {
        return written.write(writer.apply(value));
    }

    @Override
    public ObjectNode jsonSchema() {
        return written.jsonSchema();
    }
}
