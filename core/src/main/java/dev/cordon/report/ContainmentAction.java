package dev.cordon.report;

import static java.util.Objects.requireNonNull;

import dev.cordon.journal.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An action as every interface shows it; its JSON has the same names in snake_case.
 *
 * @param id of the action; {@code <id>-rollback} for the one that takes it back
 * @param actionType for example {@code network_isolation}
 * @param target text from outside
 * @param commands what applying sends, rendered, in the order of the plan
 * @param apiPayload the same as data: {@code apply} and {@code undo}, each the operations by the name of their step
 * @param rollbackCommands what undoing sends, rendered, in that order
 * @param rollbackAvailable something of it can be taken back now
 * @param evidencePath null where no evidence was kept
 * @param completedAt when it was applied and verified; null before
 * @param notes the plan's before it begins, then why it stands where it does
 * @param metadata {@code request}, {@code resolved}, {@code facts} in short, {@code platform}, {@code reversibility},
 *     {@code by_hand} where a person's word settled it …
 */
public record ContainmentAction(
        String id,
        String actionType,
        String target,
        String targetType,
        String reason,
        Status status,
        List<String> commands,
        ObjectNode apiPayload,
        List<String> rollbackCommands,
        boolean rollbackAvailable,
        @Nullable String evidencePath,
        Instant createdAt,
        @Nullable Instant completedAt,
        String analyst,
        String notes,
        ObjectNode metadata) {

    public ContainmentAction {
        requireNonNull(status, "status");
        requireNonNull(createdAt, "createdAt");
        commands = List.copyOf(commands);
        rollbackCommands = List.copyOf(rollbackCommands);
        apiPayload = apiPayload.deepCopy();
        metadata = metadata.deepCopy();
    }

    /** The action that takes this one back, {@code <id>-rollback}; empty where nothing can be taken back. */
    public Optional<ContainmentAction> getRollback() {
        return rollbackAvailable ? Optional.of(rollback()) : Optional.empty();
    }

    private ContainmentAction rollback() {
        var payload = JsonNodeFactory.instance.objectNode();
        payload.set("apply", apiPayload.path("undo"));
        return new ContainmentAction(
                id + "-rollback",
                actionType + "_rollback",
                target,
                targetType,
                "Rollback of " + id + ": " + reason,
                Status.PENDING,
                rollbackCommands,
                payload,
                List.of(),
                false,
                evidencePath,
                createdAt,
                null,
                analyst,
                "",
                metadata);
    }

    /** With the names of the contract, in its order; times are ISO-8601 in UTC, what is absent is null. */
    public ObjectNode toJson() {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("id", id);
        json.put("action_type", actionType);
        json.put("target", target);
        json.put("target_type", targetType);
        json.put("reason", reason);
        json.put("status", status.word());
        commands.forEach(json.putArray("commands")::add);
        json.set("api_payload", apiPayload.deepCopy());
        rollbackCommands.forEach(json.putArray("rollback_commands")::add);
        json.put("rollback_available", rollbackAvailable);
        json.put("evidence_path", evidencePath);
        json.put("created_at", Times.shown(createdAt));
        json.put("completed_at", Times.orNull(completedAt));
        json.put("analyst", analyst);
        json.put("notes", notes);
        json.set("metadata", metadata.deepCopy());
        return json;
    }
}
