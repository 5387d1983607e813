package dev.cordon.playbook;

import dev.cordon.document.Node;
import dev.cordon.document.Node.Entry;
import dev.cordon.document.Node.Mapping;
import dev.cordon.document.Node.Scalar;
import dev.cordon.document.Node.Sequence;
import dev.cordon.document.Printable;
import dev.cordon.document.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Looks whether the order that {@code after} asks for can be kept: ids are given once, {@code after} names ids of the
 * playbook, and nothing waits for itself. Looks at the text alone, so that it also speaks where an action is wrong.
 */
final class Order {

    private final Problems problems;
    private final Map<String, Item> byId = new LinkedHashMap<>();

    private record Item(Scalar id, List<Scalar> after) {}

    private Order(Problems problems) {
        this.problems = problems;
    }

    /** @param playbook the whole document; what is not of the right shape is reported by others */
    static void check(Node playbook, Problems problems) {
        if (value(playbook, "actions") instanceof Sequence actions) {
            new Order(problems).check(actions.items());
        }
    }

    private void check(List<Node> actions) {
        actions.forEach(this::name);
        actions.stream().flatMap(Order::after).forEach(this::refuseUnknown);
        refuseCircles(new LinkedHashMap<>(byId));
    }

    private void name(Node action) {
        if (value(action, "id") instanceof Scalar id) {
            var item = new Item(id, after(action).toList());
            var first = byId.putIfAbsent(id.text(), item);
            if (first != null) {
                problems.add(
                        id.place(),
                        "the id " + id.described() + " is given twice; first in line "
                                + first.id().place().line());
            }
        }
    }

    private void refuseUnknown(Scalar id) {
        if (!byId.containsKey(id.text())) {
            problems.unknown(
                    id.place(), "no action of this playbook has the id " + id.described(), id.text(), byId.keySet());
        }
    }

    /** Takes away what waits for nothing, again and again; what is left then waits for itself. */
    private void refuseCircles(Map<String, Item> waiting) {
        while (!waiting.isEmpty()) {
            if (!waiting.values().removeIf(item -> free(item, waiting))) {
                var circle = circle(waiting);
                refuse(circle);
                circle.forEach(item -> waiting.remove(item.id().text()));
            }
        }
    }

    private static boolean free(Item item, Map<String, Item> waiting) {
        return item.after().stream().noneMatch(first -> waiting.containsKey(first.text()));
    }

    /** Every one of {@code waiting} waits for another of them, so following that comes back to where it was. */
    private static List<Item> circle(Map<String, Item> waiting) {
        var path = new LinkedHashMap<String, Item>();
        var at = waiting.values().iterator().next();
        while (path.putIfAbsent(at.id().text(), at) == null) {
            at = at.after().stream()
                    .flatMap(first -> Stream.ofNullable(waiting.get(first.text())))
                    .findFirst()
                    .orElseThrow();
        }
        var items = new ArrayList<>(path.values());
        return items.subList(items.indexOf(at), items.size());
    }

    private void refuse(List<Item> circle) {
        var first = circle.getFirst();
        var names = circle.stream().limit(10).map(item -> Printable.of(item.id().text()));
        problems.add(
                first.after().getFirst().place(),
                circle.size() == 1
                        ? first.id().described() + " comes after itself"
                        : "'after' goes in a circle: "
                                + String.join(
                                        " after ",
                                        Stream.concat(names, Stream.of("…")).toList()));
    }

    private static Stream<Scalar> after(Node action) {
        return value(action, "after") instanceof Sequence many
                ? many.items().stream().filter(Scalar.class::isInstance).map(Scalar.class::cast)
                : Stream.of();
    }

    private static Node value(Node node, String key) {
        return node instanceof Mapping mapping
                ? mapping.entry(key).map(Entry::value).orElse(node)
                : node;
    }
}
