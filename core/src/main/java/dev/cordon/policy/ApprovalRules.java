package dev.cordon.policy;

import dev.cordon.plan.PlannedAction;
import dev.cordon.plan.PlannedPlaybook;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whose word a playbook needs. For each action the first rule that governs it decides; the playbook needs as many people
 * as its most demanding action.
 */
public record ApprovalRules(List<ApprovalRule> rules) {

    /** Nobody's. */
    public static final ApprovalRules NONE = new ApprovalRules(List.of());

    /** Where the configuration says nothing: a second person where a playbook reaches more than a handful. */
    public static final ApprovalRules DEFAULT = new ApprovalRules(List.of(new ApprovalRule(
            List.of(), List.of(), Risk.LOW, Optional.of(new Limits(10, 10, 256)), 1, ApprovalRule.USUAL)));

    public ApprovalRules {
        rules = List.copyOf(rules);
    }

    /** Empty where it may begin at once. What a person does by hand, and what is in force already, needs none. */
    public Optional<ApprovalNeed> of(PlannedPlaybook plan) {
        var reached = BlastRadius.of(plan.actions().stream()
                .flatMap(action -> action.plan().touches().stream())
                .toList());
        return plan.actions().stream()
                .filter(action -> !action.byHand() && !action.plan().isEmpty())
                .flatMap(action -> need(action, reached).stream())
                .filter(need -> need.approvers() > 0)
                .max(Comparator.comparingInt(ApprovalNeed::approvers)
                        .thenComparing(ApprovalNeed::within, Comparator.reverseOrder()));
    }

    private Optional<ApprovalNeed> need(PlannedAction action, BlastRadius reached) {
        return rules.stream()
                .filter(rule -> rule.governs(action, reached))
                .findFirst()
                .map(rule -> rule.need(action, reached));
    }
}
