package dev.cordon.report;

import dev.cordon.action.ActionKind;
import dev.cordon.action.ContainmentRequest;
import dev.cordon.document.Reading;
import dev.cordon.plan.PlannedAction;

/**
 * What a stored action was asked for, in the words of the contract.
 *
 * @param actionType for example {@code network_isolation}
 * @param target text from outside
 */
record Asked(String actionType, String target, String targetType, String reason) {

    /** From the request; where this version cannot read that any more, from what stands beside it. */
    static Asked of(PlannedAction action) {
        return ActionKind.of(action.action())
                .map(kind -> of(kind, action))
                .orElseGet(() -> new Asked(action.action(), action.resolved(), "", ""));
    }

    private static Asked of(ActionKind kind, PlannedAction action) {
        return switch (ContainmentRequest.read(kind, action.request())) {
            case Reading.Read<ContainmentRequest>(var request) ->
                new Asked(
                        kind.actionType(),
                        request.target(),
                        request.targetType(),
                        request.reason().value());
            case Reading.Wrong<ContainmentRequest> _ -> new Asked(kind.actionType(), action.resolved(), "", "");
        };
    }
}
