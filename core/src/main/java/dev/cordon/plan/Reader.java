package dev.cordon.plan;

import dev.cordon.operation.Operation;
import tools.jackson.databind.JsonNode;

/** The way to the platform that {@code discover} is given: it passes only what is declared a read. */
@FunctionalInterface
public interface Reader {

    /**
     * What the read's view makes of its whole answer.
     *
     * @throws CouldNotRead where there is no whole answer; the caller of {@code discover} turns it into
     *     {@link Discovery.Unreadable}
     * @throws IllegalArgumentException where the operation is not a read
     */
    JsonNode read(Read read);

    default JsonNode read(Operation operation) {
        return read(Read.of(operation));
    }

    /** A read that is whole or nothing was nothing. Its message says why, for a person. */
    final class CouldNotRead extends RuntimeException {
        private static final long serialVersionUID = 1;

        public CouldNotRead(String why) {
            super(why);
        }
    }
}
