package dev.cordon.document;

import dev.cordon.document.Node.Form;
import dev.cordon.document.Node.Mapping;
import dev.cordon.document.Node.Scalar;
import dev.cordon.document.Node.Sequence;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A list that is written without brackets when it holds one value. */
record OneOrMoreType<T>(ListType<T> list) implements Type<List<T>> {

    @Override
    public String words() {
        return list.item().words() + ", or " + list.words();
    }

    @Override
    public List<String> allowed() {
        return list.allowed();
    }

    @Override
    public Optional<List<T>> read(Node node, Problems problems) {
        return isOne(node) ? list.item().read(node, problems).map(List::of) : list.read(node, problems);
    }

    private boolean isOne(Node node) {
        return switch (node) {
            case Scalar scalar -> scalar.form() != Form.WORD;
            case Mapping _ -> !list.item().parameters().isEmpty();
            case Sequence _ -> false;
        };
    }

    @Override
    public JsonNode write(List<T> values) {
        return values.size() == 1 ? list.item().write(values.getFirst()) : list.write(values);
    }

    @Override
    public ObjectNode jsonSchema() {
        return JsonSchema.anyOf(list.item().jsonSchema(), list.jsonSchema());
    }
}
