package dev.cordon.document;

import dev.cordon.document.Node.Entry;
import dev.cordon.document.Node.Form;
import dev.cordon.document.Node.Mapping;
import dev.cordon.document.Node.Scalar;
import dev.cordon.document.Node.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Reads {@code key=value} words of a command line into the same tree that a file gives. A key that is repeated holds a
 * list.
 */
public final class Arguments {

    private Arguments() {}

    /** @param first the number that the first of these words has on the command line, from 1 */
    public static Mapping read(List<String> words, int first, Problems problems) {
        var values = new LinkedHashMap<String, List<Scalar>>();
        var keys = new LinkedHashMap<String, Scalar>();
        for (var i = 0; i < words.size(); i++) {
            var place = Place.argument(first + i);
            var word = words.get(i);
            var equals = word.indexOf('=');
            if (equals <= 0) {
                problems.add(place, Printable.quoted(word) + " is not key=value");
                continue;
            }
            var key = TreeRules.scalar(word.substring(0, equals), Form.WORD, place, problems);
            keys.putIfAbsent(key.text(), key);
            values.computeIfAbsent(key.text(), _ -> new ArrayList<>())
                    .add(TreeRules.scalar(word.substring(equals + 1), Form.WORD, place, problems));
        }
        var entries = keys.values().stream()
                .map(key -> new Entry(key, together(values.getOrDefault(key.text(), List.of()))))
                .toList();
        return new Mapping(entries, Place.argument(first));
    }

    private static Node together(List<Scalar> given) {
        var first = given.getFirst();
        return given.size() == 1
                ? first
                : new Sequence(List.copyOf(given), given.get(1).place());
    }
}
