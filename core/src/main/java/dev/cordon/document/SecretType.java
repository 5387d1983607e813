package dev.cordon.document;

import dev.cordon.document.Node.Scalar;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A reference to a secret; whatever else stands there is refused and not repeated. */
record SecretType() implements Type<SecretRef> {

    @Override
    public String words() {
        return "env:NAME or file:PATH";
    }

    @Override
    public Optional<SecretRef> read(Node node, Problems problems) {
        try {
            return Optional.of(SecretRef.parse(node instanceof Scalar scalar ? scalar.text() : ""));
        } catch (IllegalArgumentException e) {
            problems.add(node.place(), SecretRef.WANTED);
            return Optional.empty();
        }
    }

    @Override
    public JsonNode write(SecretRef value) {
        return JsonNodeFactory.instance.stringNode(value.toString());
    }

    @Override
    public ObjectNode jsonSchema() {
        return JsonSchema.ofType("string").put("title", words()).put("pattern", SecretRef.FORM);
    }
}
