package dev.cordon.document;

import dev.cordon.document.Node.Entry;
import dev.cordon.document.Node.Mapping;
import dev.cordon.document.Node.Scalar;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A mapping whose keys are values too. */
record MapType<K, V>(Type<K> key, Type<V> value) implements Type<Map<K, V>> {

    @Override
    public String words() {
        return "mapping of " + key.words() + " to " + value.words();
    }

    @Override
    public Optional<Map<K, V>> read(Node node, Problems problems) {
        return switch (node) {
            case Mapping mapping -> read(mapping, problems);
            case Scalar word
            when Inline.is(word) -> Inline.read(word, problems).flatMap(inner -> read(inner, problems));
            case Node other -> {
                problems.add(other.place(), words() + " is wanted here, not " + other.described());
                yield Optional.empty();
            }
        };
    }

    private Optional<Map<K, V>> read(Mapping mapping, Problems problems) {
        var before = problems.count();
        var map = new LinkedHashMap<K, V>();
        for (var entry : mapping.entries()) {
            read(entry, map, problems);
        }
        return problems.count() == before ? Optional.of(Collections.unmodifiableMap(map)) : Optional.empty();
    }

    private void read(Entry entry, Map<K, V> into, Problems problems) {
        var name = key.read(entry.key(), problems);
        var found = value.read(entry.value(), problems);
        if (name.isPresent() && found.isPresent() && into.put(name.get(), found.get()) != null) {
            problems.add(entry.key().place(), entry.key().described() + " is written twice");
        }
    }

    @Override
    public JsonNode write(Map<K, V> map) {
        var json = JsonNodeFactory.instance.objectNode();
        map.forEach((name, one) -> json.set(key.write(name).asString(), value.write(one)));
        return json;
    }
}
