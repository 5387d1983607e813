package dev.cordon.report;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Cuts JSON down to what a person reads: what is long is replaced by how many it holds. */
final class InShort {

    private static final int LONGEST = 400;

    private InShort() {}

    /** The fields of an object, each as it is where it is short, else {@code "12 entries"}; other JSON as it is. */
    static JsonNode of(JsonNode json) {
        if (!json.isObject()) {
            return json;
        }
        var cut = JsonNodeFactory.instance.objectNode();
        json.properties().forEach(field -> cut.set(field.getKey(), field(field.getValue())));
        return cut;
    }

    private static JsonNode field(JsonNode value) {
        if (value.toString().length() <= LONGEST) {
            return value;
        }
        var what = value.isContainer()
                ? value.size() + " entries"
                : value.asString().length() + " characters";
        return JsonNodeFactory.instance.stringNode(what);
    }
}
