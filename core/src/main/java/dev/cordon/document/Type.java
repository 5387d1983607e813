package dev.cordon.document;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a value is written: its name for people, the way in (with problems) and the way out (as JSON). What
 * {@link #write} gives, {@link #read} takes. Ready-made ones are in {@link Types}.
 */
public interface Type<T> {

    /** For the catalogue: {@code address}, {@code list of address}, {@code one of full|partial|monitor}. */
    String words();

    /** The values that are allowed, where they are few enough to list. */
    default List<String> allowed() {
        return List.of();
    }

    /** What a mapping of this type holds, or each mapping in a list; none where it is no mapping with known keys. */
    default List<Parameter<?>> parameters() {
        return List.of();
    }

    /** Empty means that a problem has been added. */
    Optional<T> read(Node node, Problems problems);

    JsonNode write(T value);

    /**
     * What a machine can tell of a value before it is read, as JSON Schema (draft 2020-12): takes whatever {@link #read}
     * takes from a document, and refuses what can be refused by its shape alone. A new one each time.
     */
    ObjectNode jsonSchema();
}
