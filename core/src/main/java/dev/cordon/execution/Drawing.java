package dev.cordon.execution;

import dev.cordon.action.ContainmentRequest;
import dev.cordon.plan.Connector;
import dev.cordon.plan.Discovery;
import dev.cordon.plan.Draft;
import dev.cordon.plan.Facts;
import dev.cordon.plan.Plan;
import dev.cordon.plan.Platform;
import dev.cordon.plan.Reader;
import dev.cordon.plan.Refused;
import dev.cordon.playbook.Conditions;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Draws up the plan of one request on one platform: discovers, then plans. Writes nothing outward. */
final class Drawing {

    private Drawing() {}

    sealed interface Drawn {
        record Planned(String resolved, JsonNode facts, JsonNode shown, Plan plan) implements Drawn {}

        record NotFound(String what) implements Drawn {}

        record Ambiguous(String what, List<String> candidates) implements Drawn {}

        record Unreadable(String why) implements Drawn {}

        /** The facts were read, and there is no plan for them. */
        record Declined(String reason, JsonNode facts) implements Drawn {}
    }

    static Optional<Connector<?, ?>> connector(Platform platform, Class<? extends ContainmentRequest> kind) {
        return platform.connectors().stream()
                .filter(connector -> connector.carries().equals(kind))
                .findFirst();
    }

    static <R extends ContainmentRequest, F extends Facts> Drawn draw(
            Connector<R, F> connector, ContainmentRequest given, Conditions conditions, Reader reader) {
        var request = connector.carries().cast(given);
        try {
            return switch (connector.discover(request, reader)) {
                case Discovery.Found<F>(var facts, var target) ->
                    drawn(target, facts, plan(connector, request, facts, conditions));
                case Discovery.NotFound<F>(var what) -> new Drawn.NotFound(what);
                case Discovery.Ambiguous<F>(var what, var candidates) -> new Drawn.Ambiguous(what, candidates);
                case Discovery.Unreadable<F>(var why) -> new Drawn.Unreadable(why);
            };
        } catch (Reader.CouldNotRead e) {
            return new Drawn.Unreadable(String.valueOf(e.getMessage()));
        }
    }

    /** From assumed facts, without any connection. */
    static <R extends ContainmentRequest, F extends Facts> Drawn assume(
            Connector<R, F> connector, ContainmentRequest given, Conditions conditions) {
        var request = connector.carries().cast(given);
        var facts = connector.assume(request);
        return drawn("assumed", facts, plan(connector, request, facts, conditions));
    }

    private static <R extends ContainmentRequest, F extends Facts> Draft plan(
            Connector<R, F> connector, R request, F facts, Conditions conditions) {
        return connector.plan(request, facts, conditions);
    }

    private static Drawn drawn(String target, Facts facts, Draft draft) {
        return switch (draft) {
            case Plan plan -> new Drawn.Planned(target, Facts.bound(facts), Facts.full(facts), plan);
            case Refused(var reason) -> new Drawn.Declined(reason, Facts.bound(facts));
        };
    }
}
