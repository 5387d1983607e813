package dev.cordon.connectors.network.nftables;

import dev.cordon.operation.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A table as Cordon makes it: the commands that make it, and whether a listed one is still exactly that.
 *
 * @param objects chains, maps and rules in the order in which they are made; what they refer to comes first
 */
record TableDefinition(TableJson json, List<JsonNode> objects) {

    TableDefinition {
        objects = List.copyOf(objects);
    }

    /** Refused by the kernel where the table is there already. */
    List<Value> create() {
        return Stream.concat(
                        Stream.of(TableJson.wrapped("create", json.itself())),
                        objects.stream().map(object -> TableJson.wrapped("add", object)))
                .map(Value::of)
                .toList();
    }

    Value delete() {
        return Value.of(TableJson.wrapped("delete", json.itself()));
    }

    /** What was changed in a listed table since Cordon made it, in words; empty where nothing was. */
    String unlike(Listing listing) {
        var ours = shapes(objects);
        var found = shapes(listing.objects());
        var differences = new ArrayList<String>();
        ours.forEach((name, shape) -> {
            var there = found.get(name);
            var several = name.startsWith("rules");
            if (there == null) {
                differences.add(name + (several ? " are missing" : " is missing"));
            } else if (!there.equals(shape)) {
                differences.add(name + " not as Cordon made " + (several ? "them" : "it"));
            }
        });
        found.keySet().stream()
                .filter(name -> !ours.containsKey(name))
                .forEach(name -> differences.add(name + " not Cordon's"));
        return differences.isEmpty() ? "" : "in table inet " + json.table() + ": " + String.join(", ", differences);
    }

    /** Each object under its name, the rules of a chain together and in their order; without what changes by itself. */
    private static Map<String, List<String>> shapes(List<JsonNode> objects) {
        var shapes = new TreeMap<String, List<String>>();
        for (var object : objects) {
            var kind = object.propertyNames().iterator().next();
            var content = object.get(kind);
            var name = kind.equals("rule")
                    ? "rules of chain " + content.path("chain").stringValue("")
                    : kind + " " + content.path("name").stringValue("");
            shapes.computeIfAbsent(name, _ -> new ArrayList<>())
                    .add(Listing.canonical(content).toString());
        }
        return shapes;
    }
}
