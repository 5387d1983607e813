package dev.cordon.operation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes {@link Change}s to a document, all or none. Where something stands that is neither what was read nor what is
 * wanted, nothing is made: it is somebody else's. Pure.
 */
public final class Changes {

    private Changes() {}

    /** What came of it. */
    public sealed interface Result {
        /** @param document a new one */
        record Made(JsonNode document) implements Result {}

        /** @param why where it is otherwise than it was read */
        record Refused(String why) implements Result {}
    }

    /**
     * In their order.
     *
     * @param changes without any promise left
     */
    public static Result in(JsonNode document, List<Change> changes) {
        var changed = document.deepCopy();
        for (var change : changes) {
            var refusal = make(change, changed);
            if (refusal.isPresent()) {
                return new Result.Refused(refusal.get());
            }
        }
        return new Result.Made(changed);
    }

    private static Optional<String> make(Change change, JsonNode document) {
        return switch (change) {
            case Change.Put put -> put(put, document);
            case Change.Drop drop -> drop(drop, document);
            case Change.Replace(var at, var from, var to) -> replace(at, json(from), json(to), document);
        };
    }

    private static Optional<String> put(Change.Put put, JsonNode document) {
        if (!(put.list().in(document) instanceof ArrayNode list)) {
            return Optional.of("there is no list at " + put.list().value());
        }
        var element = put.element().json();
        if (!places(list, put.key(), element).isEmpty()) {
            return Optional.of("there is one already at " + put.list().value() + " of "
                    + said(put.key().in(element)));
        }
        var index = put.index();
        list.insert(index == null ? list.size() : Math.min(index, list.size()), element);
        return Optional.empty();
    }

    private static Optional<String> drop(Change.Drop drop, JsonNode document) {
        if (!(drop.list().in(document) instanceof ArrayNode list)) {
            return Optional.of("there is no list at " + drop.list().value());
        }
        var element = drop.element().json();
        var places = places(list, drop.key(), element);
        if (places.size() != 1) {
            return Optional.of("there are " + places.size() + " at "
                    + drop.list().value() + " of " + said(drop.key().in(element)));
        }
        var found = list.get(places.getFirst());
        if (!SameJson.is(found, element)) {
            return Optional.of("changed since at " + drop.list().value() + ": " + said(found));
        }
        list.remove(places.getFirst());
        return Optional.empty();
    }

    private static List<Integer> places(ArrayNode list, Pointer key, JsonNode element) {
        var wanted = key.in(element);
        return IntStream.range(0, list.size())
                .filter(i -> SameJson.is(key.in(list.get(i)), wanted))
                .boxed()
                .toList();
    }

    private static Optional<String> replace(
            Pointer at, @Nullable JsonNode from, @Nullable JsonNode to, JsonNode document) {
        var found = at.in(document);
        var asRead = from == null ? found.isMissingNode() : SameJson.is(found, from);
        if (!asRead) {
            return Optional.of("changed since at " + at.value() + ": " + said(found));
        }
        var pointer = JsonPointer.compile(at.value());
        var parent = document.at(pointer.head());
        var index = index(pointer);
        if (parent instanceof ObjectNode object) {
            set(object, pointer.last().getMatchingProperty(), to);
            return Optional.empty();
        }
        if (parent instanceof ArrayNode list && to != null && index.isPresent() && index.getAsInt() < list.size()) {
            list.set(index.getAsInt(), to);
            return Optional.empty();
        }
        return Optional.of("there is no such place: " + at.value());
    }

    private static void set(ObjectNode object, String field, @Nullable JsonNode to) {
        if (to == null) {
            object.remove(field);
        } else {
            object.set(field, to);
        }
    }

    private static OptionalInt index(JsonPointer pointer) {
        var index = pointer.last().getMatchingIndex();
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    private static @Nullable JsonNode json(@Nullable Value value) {
        return value == null ? null : value.json();
    }

    private static String said(JsonNode found) {
        return found.isMissingNode() ? "nothing" : found.toString();
    }
}
