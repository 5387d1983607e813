package dev.cordon.action;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

public record PlatformName(@JsonValue String value) {
    @JsonCreator
    public PlatformName {}

    @Override
    public String toString() {
        return value;
    }
}
