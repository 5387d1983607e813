package dev.cordon.configuration;

import dev.cordon.action.ActionKind;
import dev.cordon.action.PlatformName;
import dev.cordon.action.ValueTypes;
import dev.cordon.document.Parameter;
import dev.cordon.document.Schema;
import dev.cordon.document.Type;
import dev.cordon.document.Types;
import dev.cordon.document.Values;
import dev.cordon.policy.ApprovalRule;
import dev.cordon.policy.ApprovalRules;
import dev.cordon.policy.Limits;
import dev.cordon.policy.Risk;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How {@code approval} is written: one rule, or a list of them. */
final class ApprovalSection {

    private static final Parameter<List<ActionKind>> ACTIONS = Parameter.defaulted(
            "actions",
            Types.listOf(Types.text("action", ApprovalSection::action)),
            List.of(),
            "Only these actions; all where left out.");
    private static final Parameter<List<PlatformName>> PLATFORMS = Parameter.defaulted(
            "platforms", Types.listOf(ValueTypes.PLATFORM), List.of(), "Only on these platforms; all where left out.");
    private static final Parameter<Risk> RISK = Parameter.defaulted(
            "risk",
            Types.oneOf(Risk.values()),
            Risk.LOW,
            "From this risk on: medium where undo loses something, high where something does not come back.");
    private static final Parameter<Optional<Limits>> ABOVE = Parameter.optional(
            "above", Rails.reach("above", Limits.ENDLESS), "Only where a playbook reaches more than one of these.");
    private static final Parameter<Integer> APPROVERS = Parameter.required(
            "approvers",
            Types.integer(0, ApprovalRule.MOST),
            "How many people have to approve, beside the one who asks.");
    private static final Parameter<Duration> WITHIN = Parameter.defaulted(
            "within", Types.duration(), ApprovalRule.USUAL, "How long they have; then the answer is no.");

    private static final Type<ApprovalRule> RULE = Types.group(
            Schema.of("approval", ACTIONS, PLATFORMS, RISK, ABOVE, APPROVERS, WITHIN),
            ApprovalSection::rule,
            ApprovalSection::values);

    static final Parameter<ApprovalRules> APPROVAL = Parameter.defaulted(
            "approval",
            Types.as(Types.oneOrMore(RULE), ApprovalRules::new, ApprovalRules::rules),
            ApprovalRules.DEFAULT,
            "Whose word a playbook needs: for each action the first rule that fits decides.");

    private ApprovalSection() {}

    private static ActionKind action(String key) {
        return ActionKind.of(key)
                .orElseThrow(() -> new IllegalArgumentException("there is no such action: one of "
                        + String.join(
                                ", ",
                                Arrays.stream(ActionKind.values())
                                        .map(ActionKind::key)
                                        .toList())));
    }

    private static ApprovalRule rule(Values given) {
        return new ApprovalRule(
                given.get(ACTIONS),
                given.get(PLATFORMS),
                given.get(RISK),
                given.get(ABOVE),
                given.get(APPROVERS),
                given.get(WITHIN));
    }

    private static Values values(ApprovalRule rule) {
        return Values.of(
                ACTIONS.is(rule.actions()),
                PLATFORMS.is(rule.platforms()),
                RISK.is(rule.risk()),
                ABOVE.is(rule.above()),
                APPROVERS.is(rule.approvers()),
                WITHIN.is(rule.within()));
    }
}
