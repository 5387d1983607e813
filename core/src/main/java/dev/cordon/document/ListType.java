package dev.cordon.document;

import dev.cordon.document.Node.Form;
import dev.cordon.document.Node.Scalar;
import dev.cordon.document.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A list; on the command line {@code a,b}, the same key again, or {@code [a, b]}. */
record ListType<T>(Type<T> item, int least) implements Type<List<T>> {

    private static final int MOST = 10_000;

    @Override
    public String words() {
        return "list of " + item.words();
    }

    @Override
    public List<String> allowed() {
        return item.allowed();
    }

    @Override
    public List<Parameter<?>> parameters() {
        return item.parameters();
    }

    @Override
    public Optional<List<T>> read(Node node, Problems problems) {
        return items(node, problems).flatMap(items -> read(items, node.place(), problems));
    }

    private Optional<List<T>> read(List<Node> items, Place place, Problems problems) {
        if (items.size() < least || items.size() > MOST) {
            problems.add(
                    place,
                    items.isEmpty() ? "at least one is wanted: " + words() : "more than " + MOST + " in one list");
            return Optional.empty();
        }
        var values = new ArrayList<T>();
        for (var one : items) {
            item.read(one, problems).ifPresent(values::add);
        }
        return values.size() == items.size() ? Optional.of(List.copyOf(values)) : Optional.empty();
    }

    private Optional<List<Node>> items(Node node, Problems problems) {
        return switch (node) {
            case Sequence sequence ->
                Optional.of(sequence.items().stream().flatMap(ListType::split).toList());
            case Scalar word
            when Inline.is(word) ->
                Inline.read(word, problems)
                        .map(inner -> inner instanceof Sequence many ? many.items() : List.of(inner));
            case Scalar word
            when word.form() == Form.WORD -> Optional.of(split(word).toList());
            case Node other -> {
                problems.add(other.place(), "a list is wanted here (" + words() + "), not " + other.described());
                yield Optional.empty();
            }
        };
    }

    private static Stream<Node> split(Node node) {
        if (!(node instanceof Scalar word) || word.form() != Form.WORD || Inline.is(word)) {
            return Stream.of(node);
        }
        if (word.text().isEmpty()) {
            return Stream.of();
        }
        return Stream.of(word.text().split(",", -1)).map(part -> new Scalar(part.strip(), Form.WORD, word.place()));
    }

    @Override
    public JsonNode write(List<T> values) {
        var array = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> array.add(item.write(value)));
        return array;
    }

    @Override
    public ObjectNode jsonSchema() {
        var json = JsonSchema.ofType("array");
        json.set("items", item.jsonSchema());
        if (least > 0) {
            json.put("minItems", least);
        }
        return json.put("maxItems", MOST);
    }
}
