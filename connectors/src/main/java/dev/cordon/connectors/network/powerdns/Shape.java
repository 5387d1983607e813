package dev.cordon.connectors.network.powerdns;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Takes an answer apart; where it is not of the shape that was expected, that is an IllegalArgumentException. */
final class Shape {

    private Shape() {}

    static String text(JsonNode json, String field) {
        var value = json.path(field);
        if (!value.isString()) {
            throw new IllegalArgumentException("no text '" + field + "' in it");
        }
        return value.stringValue();
    }

    static long number(JsonNode json, String field) {
        var value = json.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException("no whole number '" + field + "' in it");
        }
        return value.longValue();
    }

    static boolean truth(JsonNode json, String field) {
        var value = json.path(field);
        if (!value.isBoolean()) {
            throw new IllegalArgumentException("no true or false '" + field + "' in it");
        }
        return value.booleanValue();
    }

    static List<JsonNode> list(JsonNode json, String field) {
        return list(json.path(field));
    }

    static List<JsonNode> list(JsonNode json) {
        if (!json.isArray()) {
            throw new IllegalArgumentException("a list is missing in it");
        }
        return json.values().stream().toList();
    }
}
