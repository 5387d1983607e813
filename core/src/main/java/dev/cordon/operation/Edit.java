package dev.cordon.operation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * Changes parts of a document that its platform takes only whole: reads it, makes the changes, and writes it back with
 * the version that was read, so that the platform refuses it when somebody was faster ({@link Answer.Stale}). It is then
 * read and changed anew, so what others changed beside it stays; what they changed in the same place is not overwritten.
 *
 * <p>Its answer is that of the write. The engine carries it out, over the transport of the two operations.
 *
 * @param read its whole answer is the document that the pointers point into: of an {@link HttpCall} they begin with
 *     {@code /body} or {@code /headers}
 * @param version where the version stands in it, for example {@code /headers/etag}
 * @param changes what each refers to was read before; a {@link Value.Key} in them names its step, since the undo must
 *     find the same
 * @param write sends parts of the changed document by {@link Value.Found}, the version among them
 */
@JsonTypeName("edit")
public record Edit(Operation read, Pointer version, List<Change> changes, Operation write) implements Operation {

    public Edit {
        requireNonNull(version, "version");
        changes = List.copyOf(changes);
        if (!read.terms().read() || write.terms().read()) {
            throw new IllegalArgumentException("an edit reads, and writes");
        }
        if (!read.terms().on().equals(write.terms().on()) || read instanceof Edit || write instanceof Edit) {
            throw new IllegalArgumentException("both parts of an edit go over one transport");
        }
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("an edit changes something");
        }
        if (!found(write).contains(version)) {
            throw new IllegalArgumentException(
                    "what is written must name the version that was read, " + version.value());
        }
        changes.forEach(change -> change.with(Edit::refuseNamelessKey));
    }

    /** Takes its changes back, the last first; what others changed meanwhile stays. */
    public Edit inverse() {
        return new Edit(
                read, version, changes.reversed().stream().map(Change::inverse).toList(), write);
    }

    /** Those of what it writes: it is read as often as needed. */
    @Override
    public Terms terms() {
        return write.terms();
    }

    @Override
    public Edit with(UnaryOperator<Value> promise) {
        return new Edit(
                read.with(promise),
                version,
                changes.stream().map(change -> change.with(promise)).toList(),
                write.with(promise));
    }

    /** What is sent, with parts of the changed document in the place of promises; empty where it lacks one of them. */
    public Optional<Operation> writing(JsonNode document) {
        return found(write).stream().anyMatch(at -> at.in(document).isMissingNode())
                ? Optional.empty()
                : Optional.of(
                        write.with(value -> value instanceof Value.Found(var at) ? Value.of(at.in(document)) : value));
    }

    private static List<Pointer> found(Operation write) {
        var pointers = new ArrayList<Pointer>();
        write.with(value -> {
            if (value instanceof Value.Found(var at)) {
                pointers.add(at);
            }
            return value;
        });
        return pointers;
    }

    private static Value refuseNamelessKey(Value value) {
        if (value instanceof Value.Key(var of) && of == null) {
            throw new IllegalArgumentException("a key in a change must name its step: its undo has another key");
        }
        return value;
    }
}
