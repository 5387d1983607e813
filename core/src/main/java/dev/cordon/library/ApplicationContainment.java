package dev.cordon.library;

import dev.cordon.action.ActionKind;
import dev.cordon.report.ContainmentAction;
import java.util.List;
import java.util.Map;

/**
 * Contains applications: their web firewalls, services and databases. Each method plans one action, with the names,
 * the order and the defaults of the contract, and changes nothing.
 *
 * <p>Text is read as in a playbook, so it is checked by the same rules and refused in the same words: {@link
 * CordonException.WrongInput} names each parameter that is wrong. What no platform can carry out is {@link
 * CordonException.Refused}. Safe for any number of threads.
 */
public final class ApplicationContainment {

    private final ActionPlanner planner;

    public ApplicationContainment(Cordon cordon) {
        this(cordon.planner());
    }

    /** @param planner says on which platform, for how long, or that a person does it */
    public ApplicationContainment(ActionPlanner planner) {
        this.planner = planner;
    }

    /** {@link #deployWafRule(String, String, List, String, int) With the defaults}: 1. */
    public ContainmentAction deployWafRule(
            String ruleName, String ruleType, List<Map<String, ?>> conditions, String wafProvider) {
        return planner.plan(Given.of(ActionKind.DEPLOY_WAF_RULE)
                .with("rule_name", ruleName)
                .with("rule_type", ruleType)
                .with("conditions", conditions)
                .with("waf_provider", wafProvider));
    }

    /**
     * Puts a rule on a web application firewall.
     *
     * @param ruleName the name that the rule gets
     * @param ruleType {@code block}, {@code rate_limit} or {@code challenge}
     * @param conditions what a request must meet, all of it: each {@code field}, {@code operator}, {@code value} and,
     *     if wanted, {@code negate}
     * @param wafProvider {@code cloudflare}, {@code aws_waf}, {@code akamai}, {@code guardian}, {@code nginx} or
     *     {@code haproxy}
     * @param priority from 1, which is asked first
     */
    public ContainmentAction deployWafRule(
            String ruleName, String ruleType, List<Map<String, ?>> conditions, String wafProvider, int priority) {
        return planner.plan(Given.of(ActionKind.DEPLOY_WAF_RULE)
                .with("rule_name", ruleName)
                .with("rule_type", ruleType)
                .with("conditions", conditions)
                .with("waf_provider", wafProvider)
                .with("priority", priority));
    }

    /** {@link #rateLimit(String, int, int, String, String, List) With the defaults}: block; ip; nobody excepted. */
    public ContainmentAction rateLimit(String endpoint, int limit, int windowSeconds) {
        return planner.plan(Given.of(ActionKind.RATE_LIMIT)
                .with("endpoint", endpoint)
                .with("limit", limit)
                .with("window_seconds", windowSeconds));
    }

    /**
     * Limits how often an endpoint may be asked.
     *
     * @param endpoint the path, with or without its host: {@code /login}, {@code shop.example/login}
     * @param limit how many requests are let through in a window
     * @param windowSeconds how long the window is
     * @param action what happens to the others: {@code block}, {@code throttle} or {@code challenge}
     * @param scope what is counted together: {@code ip}, {@code user} or {@code global}
     * @param whitelist addresses that are not limited
     */
    public ContainmentAction rateLimit(
            String endpoint, int limit, int windowSeconds, String action, String scope, List<String> whitelist) {
        return planner.plan(Given.of(ActionKind.RATE_LIMIT)
                .with("endpoint", endpoint)
                .with("limit", limit)
                .with("window_seconds", windowSeconds)
                .with("action", action)
                .with("scope", scope)
                .with("whitelist", whitelist));
    }

    /**
     * {@link #shutdownService(String, String, boolean, boolean, List) With the defaults}: graceful; drained;
     * maintenance page shown; nobody told.
     */
    public ContainmentAction shutdownService(String serviceName) {
        return planner.plan(Given.of(ActionKind.SHUTDOWN_SERVICE).with("service_name", serviceName));
    }

    /**
     * Takes an application out of service.
     *
     * @param serviceName as its platform names it
     * @param shutdownType {@code graceful} or {@code immediate}
     * @param drainConnections send no new requests to it first
     * @param displayMaintenancePage show a maintenance page meanwhile
     * @param notifyStakeholders mail addresses of those who are told
     */
    public ContainmentAction shutdownService(
            String serviceName,
            String shutdownType,
            boolean drainConnections,
            boolean displayMaintenancePage,
            List<String> notifyStakeholders) {
        return planner.plan(Given.of(ActionKind.SHUTDOWN_SERVICE)
                .with("service_name", serviceName)
                .with("shutdown_type", shutdownType)
                .with("drain_connections", drainConnections)
                .with("display_maintenance_page", displayMaintenancePage)
                .with("notify_stakeholders", notifyStakeholders));
    }

    /**
     * {@link #lockdownDatabase(String, String, String, List, List) With the defaults}: read_only; no others revoked;
     * nobody excepted.
     */
    public ContainmentAction lockdownDatabase(String database, String dbType) {
        return planner.plan(Given.of(ActionKind.LOCKDOWN_DATABASE)
                .with("database", database)
                .with("db_type", dbType));
    }

    /**
     * Takes rights away from the users of a database, and ends or limits their sessions.
     *
     * @param database as its server writes it
     * @param dbType {@code postgresql}, {@code mysql}, {@code mssql} or {@code mongodb}
     * @param lockdownLevel {@code read_only}, {@code admin_only} or {@code full_lockdown}
     * @param revokeUsers accounts that lose what they have besides
     * @param preserveAdmin accounts that keep what they have
     */
    public ContainmentAction lockdownDatabase(
            String database,
            String dbType,
            String lockdownLevel,
            List<String> revokeUsers,
            List<String> preserveAdmin) {
        return planner.plan(Given.of(ActionKind.LOCKDOWN_DATABASE)
                .with("database", database)
                .with("db_type", dbType)
                .with("lockdown_level", lockdownLevel)
                .with("revoke_users", revokeUsers)
                .with("preserve_admin", preserveAdmin));
    }
}
