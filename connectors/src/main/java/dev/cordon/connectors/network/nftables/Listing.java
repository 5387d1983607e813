package dev.cordon.connectors.network.nftables;

import dev.cordon.operation.NftTransaction;
import dev.cordon.operation.Terms;
import dev.cordon.operation.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One table as nft listed it.
 *
 * @param there the table exists
 * @param objects chains, maps, sets, counters and rules in it, without their elements and handles
 * @param elements of each map, by its name
 */
record Listing(boolean there, List<JsonNode> objects, Map<String, List<JsonNode>> elements) {

    private static final Set<String> PASSING = Set.of("handle", "elem");
    private static final Map<String, Integer> PROTOCOLS =
            Map.of("icmp", 1, "tcp", 6, "udp", 17, "ipv6-icmp", 58, "icmpv6", 58);
    private static final Set<String> COUNTS = Set.of("packets", "bytes");

    Listing {
        objects = List.copyOf(objects);
        elements = Map.copyOf(elements);
    }

    /** Lists the table, or nothing where there is none: absence is an answer, and every other failure stays one. */
    static NftTransaction read(TableJson table, Terms terms) {
        var list = Value.of(TableJson.wrapped("list", table.itself()));
        return NftTransaction.firstOf(terms, List.of(List.of(list), List.of()));
    }

    /** @throws IllegalArgumentException where the answer is not of the shape that nft gives */
    static Listing of(JsonNode answer) {
        if (!answer.path("nftables").isArray()) {
            throw new IllegalArgumentException("nft gave no 'nftables'");
        }
        var there = false;
        var objects = new ArrayList<JsonNode>();
        var elements = new TreeMap<String, List<JsonNode>>();
        for (var object : answer.path("nftables").values()) {
            var kind = kind(object);
            var content = object.get(kind);
            switch (kind) {
                case "metainfo" -> {}
                case "table" -> there = true;
                default -> {
                    objects.add(TableJson.wrapped(kind, withoutPassing(content)));
                    if (content.has("elem")) {
                        elements.put(
                                content.path("name").stringValue(""),
                                List.copyOf(content.path("elem").values()));
                    }
                }
            }
        }
        return new Listing(there, objects, elements);
    }

    boolean hasElements() {
        return elements.values().stream().anyMatch(list -> !list.isEmpty());
    }

    /**
     * One spelling of an object: sorted names, without what counters count, since traffic is no change. A single flag is
     * a list to nft up to 1.1.0, and later a word. A protocol is a name where the host has {@code /etc/protocols}, which a
     * small one lacks (Debian's netbase), and there a number.
     */
    static JsonNode canonical(JsonNode node) {
        if (node.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode();
            node.values().forEach(item -> array.add(canonical(item)));
            return array;
        }
        if (!node.isObject()) {
            return node;
        }
        var object = JsonNodeFactory.instance.objectNode();
        for (var name : new TreeSet<>(node.propertyNames())) {
            if (!COUNTS.contains(name)) {
                object.set(name, name.equals("flags") ? flags(node.get(name)) : canonical(node.get(name)));
            }
        }
        if (node.at("/left/meta/key").stringValue("").equals("l4proto")) {
            object.set("right", numbers(object.path("right")));
        }
        return object;
    }

    /** The right side of a match on {@code meta l4proto}, each protocol by its number. */
    private static JsonNode numbers(JsonNode right) {
        if (right.isString()) {
            var number = PROTOCOLS.get(right.stringValue());
            return number == null ? right : JsonNodeFactory.instance.numberNode(number);
        }
        if (right.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode();
            right.values().forEach(item -> array.add(numbers(item)));
            return array;
        }
        return right.has("set") ? JsonNodeFactory.instance.objectNode().set("set", numbers(right.get("set"))) : right;
    }

    private static JsonNode flags(JsonNode flags) {
        return flags.isArray() && flags.size() == 1 ? flags.get(0) : flags;
    }

    private static String kind(JsonNode object) {
        if (object.size() != 1) {
            throw new IllegalArgumentException("nft listed something without one kind");
        }
        return object.propertyNames().iterator().next();
    }

    private static JsonNode withoutPassing(JsonNode content) {
        var object = JsonNodeFactory.instance.objectNode();
        content.properties().stream()
                .filter(field -> !PASSING.contains(field.getKey()))
                .forEach(field -> object.set(field.getKey(), field.getValue()));
        return object;
    }
}
