package dev.cordon.policy;

import dev.cordon.action.ActionKind;
import dev.cordon.action.PlatformName;
import dev.cordon.plan.PlannedAction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which actions need the word of others, and of how many.
 *
 * @param actions only these; all where empty
 * @param platforms only on these; on all where empty
 * @param risk from this one on
 * @param above only where the playbook reaches more than one of these; empty: however many it reaches
 * @param approvers 0, 1 or 2 people beside the one who asks
 * @param within how long they have; then the answer is no
 */
public record ApprovalRule(
        List<ActionKind> actions,
        List<PlatformName> platforms,
        Risk risk,
        Optional<Limits> above,
        int approvers,
        Duration within) {

    /** More are not people's four eyes any more, but a committee. */
    public static final int MOST = 2;

    /** Where a rule does not say. */
    public static final Duration USUAL = Duration.ofHours(4);

    public ApprovalRule {
        actions = List.copyOf(actions);
        platforms = List.copyOf(platforms);
        if (approvers < 0 || approvers > MOST) {
            throw new IllegalArgumentException("approvers are 0, 1 or 2");
        }
    }

    boolean governs(PlannedAction action, BlastRadius reached) {
        return (actions.isEmpty()
                        || actions.stream().anyMatch(kind -> kind.key().equals(action.action())))
                && (platforms.isEmpty() || platforms.contains(action.on()))
                && Risk.of(action).compareTo(risk) >= 0
                && above.map(limits -> limits.exceededBy(reached).isPresent()).orElse(true);
    }

    /** What it asks for because of this action. */
    ApprovalNeed need(PlannedAction action, BlastRadius reached) {
        var why = new ArrayList<>(List.of(Risk.of(action).word() + " risk"));
        above.ifPresent(_ -> why.add("reaches " + reached.inWords()));
        return new ApprovalNeed(
                approvers,
                within,
                action.id() + " (" + action.action() + " on " + action.on() + "): " + String.join(", ", why));
    }
}
