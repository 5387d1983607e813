package dev.cordon.document;

import java.util.List;
import java.util.Optional;

/**
 * A part of a document that knows where it was written. Scalars keep their source text: what it means is a matter of
 * who reads it.
 */
public sealed interface Node {

    Place place();

    /** What it is, for a message: {@code 'text'}, {@code a list}, {@code a mapping}. */
    String described();

    /** How a scalar was written. */
    enum Form {
        /** Without quotes: {@code true}, {@code 42} and {@code null} may mean more than their letters. */
        PLAIN,
        /** With quotes, or as a block: text and nothing else. */
        QUOTED,
        /** A word of the command line: may be anything, also a list with commas or a piece of YAML. */
        WORD
    }

    /** One value; {@code 0042} stays {@code 0042}, {@code 1e3} stays {@code 1e3}. */
    record Scalar(String text, Form form, Place place) implements Node {

        /** {@code null} or {@code ~}: as if the key were not there. */
        public boolean isNull() {
            return form == Form.PLAIN && (text.equals("~") || text.equalsIgnoreCase("null"));
        }

        /** Nothing at all behind the key. */
        public boolean isMissing() {
            return form == Form.PLAIN && text.isEmpty();
        }

        @Override
        public String described() {
            return isMissing() ? "nothing" : Printable.quoted(text);
        }
    }

    record Sequence(List<Node> items, Place place) implements Node {

        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String described() {
            return "a list";
        }
    }

    /** Keys in the order of the text, each once. */
    record Mapping(List<Entry> entries, Place place) implements Node {

        public Mapping {
            entries = List.copyOf(entries);
        }

        public Optional<Entry> entry(String key) {
            return entries.stream()
                    .filter(entry -> entry.key().text().equals(key))
                    .findFirst();
        }

        @Override
        public String described() {
            return "a mapping";
        }
    }

    record Entry(Scalar key, Node value) {

        public String name() {
            return key.text();
        }
    }
}
