package dev.cordon.scripted;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The view {@code members}: the names that begin with {@code member-}, as rows with a key, and with the name of a mark for it. */
final class Members {

    private Members() {}

    static JsonNode of(JsonNode answer) {
        var rows = JsonNodeFactory.instance.arrayNode();
        answer.at("/all").forEachEntry((name, value) -> {
            if (name.startsWith("member-")) {
                rows.addObject().put("key", name).put("mark", "mark-" + name).set("value", value);
            }
        });
        var view = JsonNodeFactory.instance.objectNode();
        view.set("rows", rows);
        return view;
    }
}
