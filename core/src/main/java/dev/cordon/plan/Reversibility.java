package dev.cordon.plan;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** What undoing a step restores; shown in every plan. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
public sealed interface Reversibility {

    /**
     * The state that was read before.
     *
     * @param how empty, or what takes it back where it has no undo of its own
     */
    @JsonTypeName("exact")
    record Exact(String how) implements Reversibility {}

    /** That state but for {@code lost}. */
    @JsonTypeName("partial")
    record Partial(String lost) implements Reversibility {}

    /** Nothing. */
    @JsonTypeName("none")
    record None(String why) implements Reversibility {}

    /** {@code exact}, {@code partial} or {@code none}. */
    default String word() {
        return switch (this) {
            case Exact _ -> "exact";
            case Partial _ -> "partial";
            case None _ -> "none";
        };
    }

    /** The word with what belongs to it, for a person. */
    default String inWords() {
        return switch (this) {
            case Exact(var how) -> how.isEmpty() ? "exact" : "exact (" + how + ")";
            case Partial(var lost) -> "partial (" + lost + ")";
            case None(var why) -> "none (" + why + ")";
        };
    }
}
