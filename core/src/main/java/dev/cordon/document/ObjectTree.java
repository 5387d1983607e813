package dev.cordon.document;

import dev.cordon.document.Node.Entry;
import dev.cordon.document.Node.Form;
import dev.cordon.document.Node.Mapping;
import dev.cordon.document.Node.Scalar;
import dev.cordon.document.Node.Sequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the same tree out of Java values that a file gives: maps, collections, numbers, booleans, and text. Anything
 * else is the text that it prints as. The place of a value is its path: {@code search_criteria.mailboxes[1]}.
 */
public final class ObjectTree {

    private final Problems problems;

    /** @param problems gets what is nested deeper than anything that Cordon reads, and what no text file holds */
    public ObjectTree(Problems problems) {
        this.problems = problems;
    }

    /** A mapping; what is null in it is left out, as if it were not there. */
    public Mapping of(Map<String, ? extends @Nullable Object> values, String path) {
        return mapping(values, path, 0);
    }

    private Mapping mapping(Map<?, ? extends @Nullable Object> values, String path, int depth) {
        var entries = new ArrayList<Entry>();
        values.forEach((key, value) -> {
            if (value != null) {
                var below = path + "." + key;
                entries.add(new Entry(text(String.valueOf(key), Form.QUOTED, below), node(value, below, depth + 1)));
            }
        });
        return new Mapping(entries, Place.of(path));
    }

    private Node node(Object value, String path, int depth) {
        if (depth > TreeRules.DEEPEST) {
            problems.add(Place.of(path), "is nested deeper than " + TreeRules.DEEPEST + " levels");
            return new Scalar("?", Form.QUOTED, Place.of(path));
        }
        return switch (value) {
            case Map<?, ?> inner -> mapping(inner, path, depth);
            case Collection<?> items -> sequence(items, path, depth);
            case Number number -> text(number.toString(), Form.PLAIN, path);
            case Boolean flag -> text(flag.toString(), Form.PLAIN, path);
            default -> text(value.toString(), Form.QUOTED, path);
        };
    }

    private Sequence sequence(Collection<?> items, String path, int depth) {
        var nodes = new ArrayList<Node>();
        for (var item : items) {
            var here = path + "[" + nodes.size() + "]";
            nodes.add(item == null ? text("null", Form.PLAIN, here) : node(item, here, depth + 1));
        }
        return new Sequence(nodes, Place.of(path));
    }

    private Scalar text(String text, Form form, String path) {
        return TreeRules.scalar(text, form, Place.of(path), problems);
    }
}
