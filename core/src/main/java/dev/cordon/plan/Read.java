package dev.cordon.plan;

import dev.cordon.operation.Operation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A read, and the pure, named function that makes JSON worth pointing at out of its answer.
 *
 * @param view null where the answer itself is worth pointing at
 */
public record Read(Operation operation, @Nullable ViewCall view) {

    public Read {
        if (!operation.terms().read()) {
            throw new IllegalArgumentException("a look must not write: " + operation);
        }
    }

    /**
     * A view of the platform's folder by its name.
     *
     * @param name for example {@code pg/grants}; once released never renamed or removed
     */
    public record ViewCall(String name, JsonNode arguments) {}

    public static Read of(Operation operation) {
        return new Read(operation, null);
    }

    public Read as(String view) {
        return as(view, JsonNodeFactory.instance.objectNode());
    }

    public Read as(String view, JsonNode arguments) {
        return new Read(operation, new ViewCall(view, arguments));
    }
}
