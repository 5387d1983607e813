package dev.cordon.playbook;

import static java.util.Objects.requireNonNull;

import dev.cordon.action.IncidentId;
import java.util.List;

/**
 * The actions of one incident. Their ids differ, and {@code after} leads to actions of the same playbook and never
 * back to where it began: {@link PlaybookReader} has seen to that.
 *
 * @param name what the incident is called, for people
 * @param analyst who answers for it; empty where nobody is named
 * @param actions in the order of the file, at least one
 */
public record Playbook(
        IncidentId incidentId, String name, String analyst, FailurePolicy onFailure, List<PlaybookAction> actions) {

    public Playbook {
        requireNonNull(incidentId, "incidentId");
        requireNonNull(name, "name");
        requireNonNull(analyst, "analyst");
        requireNonNull(onFailure, "onFailure");
        actions = List.copyOf(actions);
        if (actions.isEmpty()) {
            throw new IllegalArgumentException("a playbook has at least one action");
        }
    }
}
