package dev.cordon.report;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Cuts JSON down to what a person reads: what is long is replaced by how many it holds. */
final class InShort {

    private static final int LONGEST = 400;
    private static final int LINE = 200;

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

    /** As text, text without its quotes; what is long is cut, and ends with {@code …}. */
    static String text(JsonNode json) {
        var text = json.isString() ? json.stringValue() : json.toString();
        return text.codePointCount(0, text.length()) <= LINE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LINE)) + "…";
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
