package dev.cordon.connectors.network.nftables;

import dev.cordon.action.Cidr;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The parts of rules, as libnftables-json(5) has them and as nft lists them. */
final class Statements {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Statements() {}

    static JsonNode accept() {
        return TableJson.wrapped("accept", JSON.nullNode());
    }

    static JsonNode drop() {
        return TableJson.wrapped("drop", JSON.nullNode());
    }

    static JsonNode jump(String chain) {
        return TableJson.wrapped("jump", JSON.objectNode().put("target", chain));
    }

    static JsonNode goTo(String chain) {
        return TableJson.wrapped("goto", JSON.objectNode().put("target", chain));
    }

    /** Counts packets and bytes, from zero. */
    static JsonNode count() {
        return TableJson.wrapped("counter", JSON.objectNode().put("packets", 0).put("bytes", 0));
    }

    static JsonNode count(String counter) {
        return TableJson.wrapped("counter", JSON.stringNode(counter));
    }

    /** To whoever listens on this group of nfnetlink_log. */
    static JsonNode log(String prefix, int group) {
        return TableJson.wrapped("log", JSON.objectNode().put("prefix", prefix).put("group", group));
    }

    static JsonNode payload(String protocol, String field) {
        return TableJson.wrapped(
                "payload", JSON.objectNode().put("protocol", protocol).put("field", field));
    }

    /** {@code iifname}, {@code oifname}, {@code l4proto} and the like. */
    static JsonNode meta(String key) {
        return TableJson.wrapped("meta", JSON.objectNode().put("key", key));
    }

    static JsonNode equal(JsonNode left, String right) {
        return equal(left, JSON.stringNode(right));
    }

    static JsonNode equal(JsonNode left, int right) {
        return equal(left, JSON.numberNode(right));
    }

    static JsonNode equal(JsonNode left, JsonNode right) {
        return TableJson.wrapped(
                "match", JSON.objectNode().put("op", "==").set("left", left).set("right", right));
    }

    /** A bit of the state of the connection that the packet belongs to. */
    static JsonNode connection(String state) {
        var key = TableJson.wrapped("ct", JSON.objectNode().put("key", "state"));
        return TableJson.wrapped(
                "match", JSON.objectNode().put("op", "in").set("left", key).put("right", state));
    }

    static JsonNode oneOf(JsonNode left, String... right) {
        var set = JSON.arrayNode();
        for (var one : right) {
            set.add(one);
        }
        return equal(left, TableJson.wrapped("set", set));
    }

    /** What becomes of the packet stands in a map under this key; a key that is not in it goes on. */
    static JsonNode verdictFrom(String map, JsonNode key) {
        return TableJson.wrapped("vmap", JSON.objectNode().set("key", key).put("data", "@" + map));
    }

    /** An address by itself, a network as its prefix. */
    static JsonNode range(Cidr range) {
        if (range.isSingle()) {
            return JSON.stringNode(range.network().value());
        }
        return TableJson.wrapped(
                "prefix", JSON.objectNode().put("addr", range.network().value()).put("len", range.prefix()));
    }

    /** {@code ip} or {@code ip6}, as nft calls the protocols. */
    static String protocol(Cidr range) {
        return range.isV4() ? "ip" : "ip6";
    }
}
