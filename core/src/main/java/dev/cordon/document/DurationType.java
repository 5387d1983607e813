package dev.cordon.document;

import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A length of time, by {@link Durations}. */
record DurationType() implements Type<Duration> {

    @Override
    public String words() {
        return "duration";
    }

    @Override
    public Optional<Duration> read(Node node, Problems problems) {
        return new TextType<>(words(), Durations::parse).read(node, problems);
    }

    @Override
    public JsonNode write(Duration value) {
        return JsonNodeFactory.instance.stringNode(Durations.write(value));
    }

    @Override
    public ObjectNode jsonSchema() {
        return JsonSchema.ofType("string").put("title", words()).put("pattern", JsonSchema.whole(Durations.WRITTEN));
    }
}
