package dev.cordon.plan;

import dev.cordon.operation.Pointer;

/** Kept under a name for later operations; from the check wherever it can be read again. Written once. */
public record Save(String name, From from, Pointer at) {

    /** Where the value is taken from. */
    public enum From {
        CHECK,
        ANSWER
    }

    static Save fromCheck(String name, String pointer) {
        return new Save(name, From.CHECK, new Pointer(pointer));
    }
}
