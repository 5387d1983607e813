package dev.cordon.document;

import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says a {@link Schema} as JSON Schema (draft 2020-12), for editors and other programs. It comes from the declarations
 * that documents are read by: whatever the reader takes is valid. The other way round it is no promise, since rules
 * between values, and whether a text is an address, only the reader knows.
 */
public final class JsonSchema {

    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

    private JsonSchema() {}

    /** A whole document. */
    public static ObjectNode document(String title, String description, Schema schema) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("$schema", DRAFT)
                .put("title", title)
                .put("description", description);
        json.setAll(of(schema));
        return json;
    }

    /** A mapping with these parameters and no others. */
    public static ObjectNode of(Schema schema) {
        var json = ofType("object");
        var properties = json.putObject("properties");
        schema.parameters().forEach(parameter -> properties.set(parameter.name(), of(parameter)));
        var required = schema.parameters().stream().filter(Parameter::required).toList();
        if (!required.isEmpty()) {
            var names = json.putArray("required");
            required.forEach(parameter -> names.add(parameter.name()));
        }
        return json.put("additionalProperties", false);
    }

    /** What it is for, its type, and its default; what may be left out may also be {@code null}. */
    private static <T> ObjectNode of(Parameter<T> parameter) {
        var json = JsonNodeFactory.instance.objectNode().put("description", parameter.sentence());
        json.setAll(parameter.type().jsonSchema());
        parameter
                .absent()
                .map(parameter.type()::write)
                .filter(value -> !value.isNull())
                .ifPresent(value -> json.set("default", value));
        return parameter.required() ? json : nullable(json);
    }

    private static ObjectNode nullable(ObjectNode json) {
        if (json.path("anyOf") instanceof ArrayNode some) {
            some.add(ofType("null"));
            return json;
        }
        json.set(
                "type", JsonNodeFactory.instance.arrayNode().addAll(types(json)).add("null"));
        if (json.path("enum") instanceof ArrayNode words) {
            words.addNull();
        }
        return json;
    }

    private static List<JsonNode> types(ObjectNode json) {
        var type = json.path("type");
        return type instanceof ArrayNode several ? List.copyOf(several.values()) : List.of(type);
    }

    public static ObjectNode ofType(String... types) {
        var json = JsonNodeFactory.instance.objectNode();
        if (types.length == 1) {
            return json.put("type", types[0]);
        }
        List.of(types).forEach(json.putArray("type")::add);
        return json;
    }

    static ObjectNode anyOf(ObjectNode... some) {
        var json = JsonNodeFactory.instance.objectNode();
        List.of(some).forEach(json.putArray("anyOf")::add);
        return json;
    }

    /** All of a text has to look like this; in what Java and ECMA-262 have in common. */
    public static String whole(Pattern form) {
        return "^(?:" + form + ")$";
    }
}
