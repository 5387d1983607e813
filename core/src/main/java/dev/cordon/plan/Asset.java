package dev.cordon.plan;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cordon.action.PlatformName;
import java.util.List;

/**
 * The finest thing that a step changes: the rule, not the web ACL. Guard, lock and the order of undo go by it.
 *
 * @param kind for example {@code database}, {@code role}, {@code address}
 * @param id the platform's immutable id
 * @param names what people call it; shown, and what a protected list is compared with
 * @param subjects whom it stands for; none where it is but itself
 */
public record Asset(
        PlatformName on,
        String kind,
        String id,
        List<String> names,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Subject> subjects) {

    public Asset {
        requireNonNull(on, "on");
        requireNonNull(kind, "kind");
        requireNonNull(id, "id");
        names = List.copyOf(names);
        subjects = subjects == null ? List.of() : List.copyOf(subjects);
    }

    /** One that stands for nobody. */
    public Asset(PlatformName on, String kind, String id, List<String> names) {
        this(on, kind, id, names, List.of());
    }

    /** The same, standing for these. */
    public Asset of(Subject... others) {
        return new Asset(on, kind, id, names, List.of(others));
    }

    /** One thing, whatever its names are by now. */
    public boolean same(Asset other) {
        return on.equals(other.on) && kind.equals(other.kind) && id.equals(other.id);
    }

    /** For a person: {@code database orders on app-db}. */
    public String inWords() {
        return kind + " " + (names.isEmpty() ? id : String.join(", ", names)) + " on " + on;
    }
}
