package dev.cordon.operation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One change of a document, with what stands there before and after it, so that it can be taken back exactly and never
 * overwrites what it does not know. {@link Changes} makes it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
@JsonSubTypes({
    @JsonSubTypes.Type(Change.Put.class),
    @JsonSubTypes.Type(Change.Drop.class),
    @JsonSubTypes.Type(Change.Replace.class)
})
public sealed interface Change {

    /** Takes this change back. */
    Change inverse();

    /** The same with {@code promise} applied to each leaf that is not plain data. */
    Change with(UnaryOperator<Value> promise);

    /**
     * An element that is not in a list yet.
     *
     * @param list where the list stands
     * @param key what tells its elements apart, in the element; the empty pointer for elements that are their own key
     * @param index where in the list it comes to stand, from 0; null, or beyond its end: at the end
     */
    @JsonTypeName("put")
    record Put(
            Pointer list,
            Pointer key,
            Value element,
            @Nullable Integer index) implements Change {
        public Put {
            requireNonNull(element, "element");
        }

        @Override
        public Change inverse() {
            return new Drop(list, key, element, index);
        }

        @Override
        public Put with(UnaryOperator<Value> promise) {
            return new Put(list, key, element.with(promise), index);
        }
    }

    /**
     * An element of a list, equal to what was read.
     *
     * @param index where it was read, so that it is put back there; it is found by its key
     */
    @JsonTypeName("drop")
    record Drop(
            Pointer list,
            Pointer key,
            Value element,
            @Nullable Integer index) implements Change {
        public Drop {
            requireNonNull(element, "element");
        }

        @Override
        public Change inverse() {
            return new Put(list, key, element, index);
        }

        @Override
        public Drop with(UnaryOperator<Value> promise) {
            return new Drop(list, key, element.with(promise), index);
        }
    }

    /**
     * One value by another.
     *
     * @param at a field of an object, or an element of a list that is there
     * @param from what was read; null where there is no such field
     * @param to null takes the field away
     */
    @JsonTypeName("replace")
    record Replace(
            Pointer at, @Nullable Value from, @Nullable Value to) implements Change {
        public Replace {
            if (at.value().isEmpty() || (from == null && to == null)) {
                throw new IllegalArgumentException("replaces nothing: " + at.value());
            }
        }

        @Override
        public Change inverse() {
            return new Replace(at, to, from);
        }

        @Override
        public Replace with(UnaryOperator<Value> promise) {
            return new Replace(at, from == null ? null : from.with(promise), to == null ? null : to.with(promise));
        }
    }

    /** At the end of the list. */
    static Change put(String list, String key, Value element) {
        return new Put(new Pointer(list), new Pointer(key), element, null);
    }

    /** @param index where it was read */
    static Change drop(String list, String key, Value element, int index) {
        return new Drop(new Pointer(list), new Pointer(key), element, index);
    }

    static Change replace(String at, Value from, Value to) {
        return new Replace(new Pointer(at), from, to);
    }
}
