package dev.cordon.action;

import dev.cordon.document.Parameter;
import dev.cordon.document.Schema;
import dev.cordon.document.Types;
import dev.cordon.document.Values;
import dev.cordon.document.WholeNumber;
import dev.cordon.document.Word;
import java.util.List;

/**
 * Puts a rule on a web application firewall. What the provider cannot express is refused when the plan is drawn up and
 * never widened.
 *
 * @param conditions at least one; a request must meet all of them
 * @param priority   from 1, which is asked first
 */
public record DeployWafRule(
        RuleName ruleName,
        RuleType ruleType,
        List<WafCondition> conditions,
        WafProvider wafProvider,
        int priority,
        Reason reason)
        implements ContainmentRequest {

    public enum RuleType implements Word {
        BLOCK,
        RATE_LIMIT,
        CHALLENGE
    }

    private static final WholeNumber PRIORITIES = Types.integer(1, Integer.MAX_VALUE);

    static final Parameter<RuleName> RULE_NAME =
            Parameter.required("rule_name", ValueTypes.RULE, "The name that the rule gets.");
    static final Parameter<RuleType> RULE_TYPE = Parameter.required(
            "rule_type", Types.oneOf(RuleType.values()), "What happens to a request that meets the conditions.");
    static final Parameter<List<WafCondition>> CONDITIONS = Parameter.required(
            "conditions", Types.atLeastOne(WafCondition.TYPE), "What a request must meet, all of it.");
    static final Parameter<WafProvider> WAF_PROVIDER =
            Parameter.required("waf_provider", Types.oneOf(WafProvider.values()), "Who filters the traffic.");
    static final Parameter<Integer> PRIORITY = Parameter.defaulted(
            "priority", PRIORITIES, 1, "Where the rule stands among others; the lowest is asked first.");

    static final Schema SCHEMA = Schema.of(
            "deploy_waf_rule", RULE_NAME, RULE_TYPE, CONDITIONS, WAF_PROVIDER, PRIORITY, Common.REASON_IF_ANY);

    public DeployWafRule {
        conditions = List.copyOf(conditions);
        PRIORITIES.demand("priority", priority);
    }

    static DeployWafRule from(Values given) {
        var ruleName = given.get(RULE_NAME);
        return new DeployWafRule(
                ruleName,
                given.get(RULE_TYPE),
                given.get(CONDITIONS),
                given.get(WAF_PROVIDER),
                given.get(PRIORITY),
                Common.reason(given, "Deploy the WAF rule", ruleName));
    }

    @Override
    public ActionKind kind() {
        return ActionKind.DEPLOY_WAF_RULE;
    }

    @Override
    public String target() {
        return ruleName.toString();
    }

    @Override
    public String targetType() {
        return "waf_rule";
    }

    @Override
    public Values values() {
        return Values.of(
                RULE_NAME.is(ruleName),
                RULE_TYPE.is(ruleType),
                CONDITIONS.is(conditions),
                WAF_PROVIDER.is(wafProvider),
                PRIORITY.is(priority),
                Common.because(reason));
    }
}
