package dev.cordon.library;

import dev.cordon.action.ActionKind;
import dev.cordon.action.ContainmentRequest;
import dev.cordon.action.Reason;
import dev.cordon.document.ObjectTree;
import dev.cordon.document.Place;
import dev.cordon.document.Reading;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters of one action as a caller gave them, read by the same declarations as those of a playbook. */
final class Given {

    private static final String REASON = "reason";

    private final ActionKind kind;
    private final Map<String, Object> values = new LinkedHashMap<>();

    private Given(ActionKind kind) {
        this.kind = kind;
    }

    static Given of(ActionKind kind) {
        return new Given(kind);
    }

    /** Null is left out: the default holds. */
    Given with(String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
        return this;
    }

    /**
     * The request.
     *
     * @param otherwise the reason where the action takes one and none was given
     * @throws CordonException.WrongInput naming each wrong parameter: {@code firewall_block.target: …}
     */
    ContainmentRequest read(Optional<Reason> otherwise) {
        otherwise.ifPresent(reason -> values.putIfAbsent(REASON, reason.value()));
        return CordonException.read(Reading.with(problems ->
                kind.read(new ObjectTree(problems).of(values, kind.key()), Place.of(kind.key()), problems)));
    }
}
