package dev.cordon.playbook;

import static java.util.Objects.requireNonNull;

import dev.cordon.action.ActionId;
import dev.cordon.action.ContainmentRequest;
import dev.cordon.action.PlatformName;
import java.util.List;
import java.util.Optional;

/**
 * One item of a playbook: what is asked for, and what stands beside its key.
 *
 * @param id made up where the file gives none
 * @param on the configured platform to act on; empty where the request or the platforms themselves decide
 * @param after the actions that are completed before this one begins
 * @param conditions what of it may change the plan
 */
public record PlaybookAction(
        ActionId id,
        Optional<PlatformName> on,
        List<ActionId> after,
        Conditions conditions,
        ContainmentRequest request) {

    public PlaybookAction {
        requireNonNull(id, "id");
        requireNonNull(on, "on");
        requireNonNull(conditions, "conditions");
        requireNonNull(request, "request");
        after = List.copyOf(after);
    }
}
