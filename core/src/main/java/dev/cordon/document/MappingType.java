package dev.cordon.document;

import dev.cordon.document.Node.Entry;
import dev.cordon.document.Node.Mapping;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Names that the person gives, each with a value; in the order in which they are written. */
record MappingType<K, V>(Type<K> key, Type<V> value) implements Type<Map<K, V>> {

    @Override
    public String words() {
        return "mapping of " + key.words() + " to " + value.words();
    }

    @Override
    public Optional<Map<K, V>> read(Node node, Problems problems) {
        if (!(node instanceof Mapping mapping)) {
            problems.add(node.place(), "a " + words() + " is wanted here, not " + node.described());
            return Optional.empty();
        }
        var read = new LinkedHashMap<K, V>();
        for (var entry : mapping.entries()) {
            read(entry, read, problems);
        }
        return read.size() == mapping.entries().size()
                ? Optional.of(Collections.unmodifiableMap(read))
                : Optional.empty();
    }

    private void read(Entry entry, Map<K, V> into, Problems problems) {
        var name = key.read(entry.key(), problems);
        var what = value.read(entry.value(), problems);
        if (name.isPresent() && what.isPresent() && into.putIfAbsent(name.get(), what.get()) != null) {
            problems.add(entry.key().place(), "'" + entry.name() + "' stands here twice");
        }
    }

    @Override
    public ObjectNode jsonSchema() {
        var json = JsonSchema.ofType("object");
        json.set("propertyNames", key.jsonSchema());
        return json.set("additionalProperties", value.jsonSchema());
    }

    @Override
    public JsonNode write(Map<K, V> values) {
        var object = JsonNodeFactory.instance.objectNode();
        values.forEach((name, what) -> object.set(key.write(name).asString(), value.write(what)));
        return object;
    }
}
