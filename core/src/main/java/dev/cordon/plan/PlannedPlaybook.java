package dev.cordon.plan;

import static java.util.Objects.requireNonNull;

import dev.cordon.action.ActionId;
import dev.cordon.action.IncidentId;
import dev.cordon.action.PlatformName;
import dev.cordon.action.Reason;
import dev.cordon.playbook.FailurePolicy;
import dev.cordon.playbook.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A playbook as it was drawn up: what is shown, approved, kept under its digest, and run.
 *
 * @param format of this document; 1
 */
public record PlannedPlaybook(
        int format,
        IncidentId incidentId,
        String name,
        String analyst,
        Instant createdAt,
        FailurePolicy onFailure,
        List<PlannedAction> actions) {

    public static final int FORMAT = 1;

    public PlannedPlaybook {
        requireNonNull(incidentId, "incidentId");
        requireNonNull(createdAt, "createdAt");
        actions = List.copyOf(actions);
        if (format != FORMAT) {
            throw new IllegalArgumentException("a plan of format " + format + "; this version knows " + FORMAT);
        }
    }

    /**
     * Over the digests of its plans, what was asked of whom, their order and the failure policy. Ids, times and what is
     * only shown are not in it, so drawing up the same again gives the same digest.
     */
    public Digest digest() {
        var ids = actions.stream().map(PlannedAction::id).toList();
        return Canonical.digest(new Bound(
                incidentId,
                onFailure,
                actions.stream()
                        .map(action -> new BoundAction(
                                action.on(),
                                action.action(),
                                action.request(),
                                action.ttl(),
                                action.waiver(),
                                action.watched(),
                                action.resolved(),
                                action.digest(),
                                action.after().stream()
                                        .map(ids::indexOf)
                                        .sorted()
                                        .toList()))
                        .toList()));
    }

    /** The same with these actions. */
    public PlannedPlaybook with(List<PlannedAction> others) {
        return new PlannedPlaybook(format, incidentId, name, analyst, createdAt, onFailure, others);
    }

    public PlannedAction action(ActionId id) {
        return actions.stream()
                .filter(action -> action.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no action " + id + " in this playbook"));
    }

    private record Bound(IncidentId incidentId, FailurePolicy onFailure, List<BoundAction> actions) {}

    private record BoundAction(
            PlatformName on,
            String action,
            JsonNode request,
            @Nullable Duration ttl,
            @Nullable Reason waiver,
            @Nullable Watch watched,
            String resolved,
            Digest plan,
            List<Integer> after) {}
}
