package dev.cordon.document;

import dev.cordon.document.Node.Entry;
import dev.cordon.document.Node.Form;
import dev.cordon.document.Node.Mapping;
import dev.cordon.document.Node.Scalar;
import dev.cordon.document.Node.Sequence;
import java.util.Optional;

/** A piece of YAML or JSON inside one word of the command line: {@code search_criteria='{sender: a@b.example}'}. */
final class Inline {

    private Inline() {}

    static boolean is(Scalar word) {
        return word.form() == Form.WORD
                && (word.text().startsWith("{") || word.text().startsWith("["));
    }

    /** Every node of the piece has the place of the word. */
    static Optional<Node> read(Scalar word, Problems problems) {
        var inner = new Problems();
        var node = Documents.yaml("", word.text(), inner);
        inner.list().forEach(problem -> problems.add(word.place(), problem.what()));
        return node.map(found -> at(word.place(), found));
    }

    private static Node at(Place place, Node node) {
        return switch (node) {
            case Scalar scalar -> at(place, scalar);
            case Sequence list ->
                new Sequence(list.items().stream().map(item -> at(place, item)).toList(), place);
            case Mapping mapping ->
                new Mapping(
                        mapping.entries().stream()
                                .map(entry -> new Entry(at(place, entry.key()), at(place, entry.value())))
                                .toList(),
                        place);
        };
    }

    private static Scalar at(Place place, Scalar scalar) {
        return new Scalar(scalar.text(), scalar.form(), place);
    }
}
