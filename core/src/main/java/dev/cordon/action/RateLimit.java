package dev.cordon.action;

import dev.cordon.document.Parameter;
import dev.cordon.document.Schema;
import dev.cordon.document.Types;
import dev.cordon.document.Values;
import dev.cordon.document.WholeNumber;
import dev.cordon.document.Word;
import java.util.List;

/**
 * Limits how often an endpoint may be asked. What the provider cannot express exactly is refused when the plan is
 * drawn up.
 *
 * @param limit         requests per window, 1 to a thousand million
 * @param windowSeconds one second to a day
 */
public record RateLimit(
        Endpoint endpoint,
        int limit,
        int windowSeconds,
        LimitAction action,
        Scope scope,
        List<Cidr> whitelist,
        Reason reason)
        implements ContainmentRequest {

    /** What happens to requests over the limit. */
    public enum LimitAction implements Word {
        BLOCK,
        THROTTLE,
        CHALLENGE
    }

    /** Whose requests are counted together. */
    public enum Scope implements Word {
        IP,
        USER,
        GLOBAL
    }

    private static final WholeNumber LIMITS = Types.integer(1, 1_000_000_000);
    private static final WholeNumber WINDOWS = Types.integer(1, 86_400);

    static final Parameter<Endpoint> ENDPOINT = Parameter.required(
            "endpoint", ValueTypes.ENDPOINT, "The path, with or without its host: /login, shop.example/login.");
    static final Parameter<Integer> LIMIT =
            Parameter.required("limit", LIMITS, "How many requests are let through in a window.");
    static final Parameter<Integer> WINDOW_SECONDS =
            Parameter.required("window_seconds", WINDOWS, "How long the window is.");
    static final Parameter<LimitAction> ACTION = Parameter.defaulted(
            "action", Types.oneOf(LimitAction.values()), LimitAction.BLOCK, "What happens to the others.");
    static final Parameter<Scope> SCOPE = Parameter.defaulted(
            "scope", Types.oneOf(Scope.values()), Scope.IP, "What is counted together: an address, a user, everybody.");
    static final Parameter<List<Cidr>> WHITELIST = Parameter.defaulted(
            "whitelist", Types.listOf(ValueTypes.CIDR), List.of(), "Addresses that are not limited.");

    static final Schema SCHEMA = Schema.of(
                    "rate_limit", ENDPOINT, LIMIT, WINDOW_SECONDS, ACTION, SCOPE, WHITELIST, Common.REASON_IF_ANY)
            .rule(WHITELIST, Cidrs::everybody);

    public RateLimit {
        whitelist = List.copyOf(whitelist);
        LIMITS.demand("limit", limit);
        WINDOWS.demand("window_seconds", windowSeconds);
        Schema.demand(Cidrs.everybody(whitelist));
    }

    static RateLimit from(Values given) {
        var endpoint = given.get(ENDPOINT);
        return new RateLimit(
                endpoint,
                given.get(LIMIT),
                given.get(WINDOW_SECONDS),
                given.get(ACTION),
                given.get(SCOPE),
                given.get(WHITELIST),
                Common.reason(given, "Limit the rate of", endpoint));
    }

    @Override
    public ActionKind kind() {
        return ActionKind.RATE_LIMIT;
    }

    @Override
    public String target() {
        return endpoint.toString();
    }

    @Override
    public String targetType() {
        return "endpoint";
    }

    @Override
    public Values values() {
        return Values.of(
                ENDPOINT.is(endpoint),
                LIMIT.is(limit),
                WINDOW_SECONDS.is(windowSeconds),
                ACTION.is(action),
                SCOPE.is(scope),
                WHITELIST.is(whitelist),
                Common.because(reason));
    }
}
