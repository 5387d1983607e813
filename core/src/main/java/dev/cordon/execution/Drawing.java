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
import java.time.Duration;
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

    static Drawn draw(Connector<?, ?> connector, ContainmentRequest request, Reader reader) {
        return typed(connector, request, reader);
    }

    /** From assumed facts, without any connection. */
    static Drawn assume(Connector<?, ?> connector, ContainmentRequest request) {
        return assumed(connector, request);
    }

    /** Empty where the platform cannot release it by itself. */
    static Optional<? extends ContainmentRequest> expiring(
            Connector<?, ?> connector, ContainmentRequest request, Duration ttl) {
        return typedExpiring(connector, request, ttl);
    }

    private static <R extends ContainmentRequest> Optional<R> typedExpiring(
            Connector<R, ?> connector, ContainmentRequest request, Duration ttl) {
        return connector.expiring(connector.carries().cast(request), ttl);
    }

    private static <R extends ContainmentRequest, F extends Facts> Drawn typed(
            Connector<R, F> connector, ContainmentRequest given, Reader reader) {
        var request = connector.carries().cast(given);
        try {
            return switch (connector.discover(request, reader)) {
                case Discovery.Found<F>(var facts, var target) ->
                    drawn(target, facts, connector.plan(request, facts));
                case Discovery.NotFound<F>(var what) -> new Drawn.NotFound(what);
                case Discovery.Ambiguous<F>(var what, var candidates) -> new Drawn.Ambiguous(what, candidates);
                case Discovery.Unreadable<F>(var why) -> new Drawn.Unreadable(why);
            };
        } catch (Reader.CouldNotRead e) {
            return new Drawn.Unreadable(String.valueOf(e.getMessage()));
        }
    }

    private static <R extends ContainmentRequest, F extends Facts> Drawn assumed(
            Connector<R, F> connector, ContainmentRequest given) {
        var request = connector.carries().cast(given);
        var facts = connector.assume(request);
        return drawn("assumed", facts, connector.plan(request, facts));
    }

    private static Drawn drawn(String target, Facts facts, Draft draft) {
        return switch (draft) {
            case Plan plan -> new Drawn.Planned(target, Facts.bound(facts), Facts.full(facts), plan);
            case Refused(var reason) -> new Drawn.Declined(reason, Facts.bound(facts));
        };
    }
}
