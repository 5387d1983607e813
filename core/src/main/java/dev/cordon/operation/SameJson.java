package dev.cordon.operation;

import java.util.Comparator;
import tools.jackson.databind.JsonNode;

/** Whether two trees say the same: the order of fields does not matter, nor how a number is held (1, 1L, 1.0). */
final class SameJson {

    private static final Comparator<JsonNode> LEAVES = (one, other) -> {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    };

    private SameJson() {}

    /** What is missing equals nothing. */
    static boolean is(JsonNode one, JsonNode other) {
        return !one.isMissingNode() && !other.isMissingNode() && one.equals(LEAVES, other);
    }
}
