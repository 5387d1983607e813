package dev.cordon.operation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** A JSON pointer (RFC 6901), for example {@code /rows/0/pid}; the empty text points at the whole document. */
public record Pointer(@JsonValue String value) {

    @JsonCreator
    public Pointer {
        JsonPointer.compile(value); // throws IllegalArgumentException where it is none
    }

    /** What stands there; a missing node where nothing does. */
    public JsonNode in(JsonNode document) {
        return document.at(JsonPointer.compile(value));
    }
}
