package dev.cordon.document;

import dev.cordon.document.Node.Form;
import dev.cordon.document.Node.Scalar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code true} or {@code false}, as YAML 1.2 and JSON have them; the {@code yes} and {@code no} of older YAML are
 * refused.
 */
record TrueOrFalse() implements Type<Boolean> {

    private static final Set<String> YES = Set.of("yes", "y", "on", "1");
    private static final Set<String> NO = Set.of("no", "n", "off", "0");

    @Override
    public String words() {
        return "true|false";
    }

    @Override
    public List<String> allowed() {
        return List.of("true", "false");
    }

    @Override
    public Optional<Boolean> read(Node node, Problems problems) {
        if (node instanceof Scalar scalar && scalar.form() != Form.QUOTED) {
            switch (scalar.text()) {
                case "true", "True", "TRUE" -> {
                    return Optional.of(true);
                }
                case "false", "False", "FALSE" -> {
                    return Optional.of(false);
                }
                default -> {}
            }
        }
        problems.unknown(
                node.place(),
                "true or false is wanted here, without quotes, not " + node.described(),
                meant(node),
                allowed());
        return Optional.empty();
    }

    private static String meant(Node node) {
        var written = node instanceof Scalar scalar ? scalar.text().toLowerCase(Locale.ROOT) : "";
        return YES.contains(written) ? "true" : NO.contains(written) ? "false" : written;
    }

    @Override
    public JsonNode write(Boolean value) {
        return JsonNodeFactory.instance.booleanNode(value);
    }

    @Override
    public ObjectNode jsonSchema() {
        return JsonSchema.ofType("boolean");
    }
}
