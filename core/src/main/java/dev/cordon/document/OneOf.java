package dev.cordon.document;

import dev.cordon.document.Node.Scalar;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One of a few words, letter by letter. */
record OneOf<E extends Word>(List<E> constants) implements Type<E> {

    @Override
    public String words() {
        return "one of " + String.join("|", allowed());
    }

    @Override
    public List<String> allowed() {
        return constants.stream().map(Word::word).toList();
    }

    @Override
    public Optional<E> read(Node node, Problems problems) {
        var written = node instanceof Scalar scalar ? scalar.text() : "";
        var found = constants.stream().filter(one -> one.word().equals(written)).findFirst();
        if (found.isEmpty()) {
            problems.unknown(node.place(), words() + " is wanted here, not " + node.described(), written, allowed());
        }
        return found;
    }

    @Override
    public JsonNode write(E value) {
        return JsonNodeFactory.instance.stringNode(value.word());
    }

    @Override
    public ObjectNode jsonSchema() {
        var json = JsonSchema.ofType("string");
        allowed().forEach(json.putArray("enum")::add);
        return json;
    }
}
