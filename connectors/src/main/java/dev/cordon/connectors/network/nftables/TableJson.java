package dev.cordon.connectors.network.nftables;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes what belongs to one inet table as libnftables-json(5) has it, and as nft lists it. */
record TableJson(String table) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Before the usual filter chains: what is dropped here is not seen by any later {@code established accept}. */
    private static final int PRIORITY = -10;

    JsonNode itself() {
        return wrapped("table", JSON.objectNode().put("family", "inet").put("name", table));
    }

    JsonNode chain(String name) {
        return wrapped("chain", named(name));
    }

    /** A chain that the kernel enters at a hook: {@code input}, {@code forward} or {@code output}. */
    JsonNode chainAt(String hook, String policy) {
        return wrapped(
                "chain",
                named(hook)
                        .put("type", "filter")
                        .put("hook", hook)
                        .put("prio", PRIORITY)
                        .put("policy", policy));
    }

    JsonNode rule(String chain, JsonNode... statements) {
        var expr = JSON.arrayNode();
        List.of(statements).forEach(expr::add);
        return wrapped("rule", inTable().put("chain", chain).set("expr", expr));
    }

    JsonNode counter(String name) {
        return wrapped("counter", named(name));
    }

    /** A map from addresses or ports to what becomes of the packet; elements may have a timeout. */
    JsonNode verdictMap(String name, String type, boolean intervals, int size) {
        var flags = JSON.arrayNode();
        if (intervals) {
            flags.add("interval");
        }
        flags.add("timeout");
        var map = named(name).put("type", type).put("map", "verdict").put("size", size);
        return wrapped("map", map.set("flags", flags));
    }

    /** Elements of a set or map, or only their keys, as both are added and deleted. */
    JsonNode elements(String map, JsonNode element) {
        return wrapped("element", named(map).set("elem", JSON.arrayNode().add(element)));
    }

    private ObjectNode named(String name) {
        return inTable().put("name", name);
    }

    private ObjectNode inTable() {
        return JSON.objectNode().put("family", "inet").put("table", table);
    }

    static JsonNode wrapped(String name, JsonNode content) {
        return JSON.objectNode().set(name, content);
    }
}
