package dev.cordon.report;

import dev.cordon.plan.PlannedAction;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A part of the facts that is only shown: it may change before the plan is applied, and no digest depends on it.
 *
 * @param at where it stands in the facts, for example {@code /sessions}
 */
record Unbound(String at, JsonNode value) {

    /** What stands in the facts as shown, and not in those that bind. */
    static List<Unbound> of(PlannedAction action) {
        var found = new ArrayList<Unbound>();
        compare("", action.facts(), action.shown(), found);
        return List.copyOf(found);
    }

    private static void compare(String at, JsonNode bound, JsonNode shown, List<Unbound> into) {
        if (missing(bound) && !missing(shown)) {
            into.add(new Unbound(at.isEmpty() ? "/" : at, shown));
        } else if (shown.isObject()) {
            shown.properties()
                    .forEach(field ->
                            compare(at + "/" + field.getKey(), bound.path(field.getKey()), field.getValue(), into));
        } else if (shown.isArray()) {
            for (var i = 0; i < shown.size(); i++) {
                compare(at + "/" + i, bound.path(i), shown.path(i), into);
            }
        }
    }

    private static boolean missing(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    /** {@code sessions: 2 entries [4711,4712]}; long ones are cut. */
    String inWords() {
        if (value.isContainer() && value.isEmpty()) {
            return at.substring(1) + ": none";
        }
        var many = value.isArray() ? value.size() + (value.size() == 1 ? " entry " : " entries ") : "";
        return at.substring(1) + ": " + many + InShort.text(value);
    }
}
