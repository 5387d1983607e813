package dev.cordon.plan;

import static java.util.Objects.requireNonNull;

import dev.cordon.action.ActionId;
import dev.cordon.action.ActionKind;
import dev.cordon.action.ContainmentRequest;
import dev.cordon.action.PlatformName;
import dev.cordon.action.Reason;
import dev.cordon.document.Reading;
import dev.cordon.playbook.Conditions;
import dev.cordon.playbook.Watch;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One action as it was drawn up: all that applying and undoing it needs, also after a restart and by a later version.
 *
 * @param action the key in a playbook, for example {@code firewall_block}
 * @param request its parameters, as given and with defaults
 * @param ttl after which it is undone by itself; null for none
 * @param waiver why it may go on without evidence that cannot be captured; null: a failed capture stops it
 * @param watched how often it is looked at while it is in force; null: as usual
 * @param resolved the immutable id that the target was resolved to
 * @param facts the state that undo restores; must be equal right before applying, and after undo
 * @param shown the facts with what is only shown; part of no digest
 * @param after the actions of this playbook that come first
 */
public record PlannedAction(
        ActionId id,
        PlatformName on,
        String platformType,
        String action,
        JsonNode request,
        @Nullable Duration ttl,
        @Nullable Reason waiver,
        @Nullable Watch watched,
        String resolved,
        JsonNode facts,
        JsonNode shown,
        Plan plan,
        List<ActionId> after) {

    /** What stands in place of a platform where a person does it. */
    public static final PlatformName NO_PLATFORM = new PlatformName("by-hand");

    private static final String BY_HAND = "by_hand";

    public PlannedAction {
        requireNonNull(id, "id");
        requireNonNull(on, "on");
        requireNonNull(request, "request");
        requireNonNull(facts, "facts");
        requireNonNull(plan, "plan");
        after = List.copyOf(after);
    }

    /**
     * One that a person carries out, because no platform does: its plan has no steps, and it stands where somebody says
     * that it does.
     *
     * @param target text from outside
     */
    public static PlannedAction byHand(ActionId id, String action, JsonNode request, String target) {
        var nothing = JsonNodeFactory.instance.objectNode();
        var plan = Plan.nothingToDo().note("done by hand: Cordon sends nothing, and records what a person says of it");
        return new PlannedAction(
                id, NO_PLATFORM, BY_HAND, action, request, null, null, null, target, nothing, nothing, plan, List.of());
    }

    /** A person carries it out. */
    public boolean byHand() {
        return platformType.equals(BY_HAND);
    }

    /** The same, once these are completed. */
    public PlannedAction after(List<ActionId> first) {
        return new PlannedAction(
                id, on, platformType, action, request, ttl, waiver, watched, resolved, facts, shown, plan, first);
    }

    /** Of its plan. */
    public Digest digest() {
        return plan.digest();
    }

    /** Those that it was planned under. */
    public Conditions conditions() {
        return new Conditions(Optional.ofNullable(ttl), Optional.ofNullable(waiver), watch());
    }

    /** How often it is looked at while it is in force. */
    public Watch watch() {
        return watched == null ? Watch.DEFAULT : watched;
    }

    /** What a plan keeps of it: nothing of what is usual, so that plans are the same as those of older versions. */
    public static @Nullable Watch unusual(Watch watch) {
        return watch.equals(Watch.DEFAULT) ? null : watch;
    }

    /**
     * How long it is to stay in force: as its {@code ttl} or its request says, or the platform's own timeout; empty means
     * until somebody undoes it.
     */
    public Optional<Duration> lasts() {
        return Optional.ofNullable(ttl).or(this::releasedAfter).or(this::asked);
    }

    private Optional<Duration> asked() {
        return ActionKind.of(action)
                .map(kind -> ContainmentRequest.read(kind, request))
                .flatMap(reading -> reading instanceof Reading.Read<ContainmentRequest>(var read)
                        ? read.lasts()
                        : Optional.empty());
    }

    /** When the platform itself has taken everything back that can be; empty where it does not. */
    public Optional<Duration> releasedAfter() {
        return plan.steps().stream()
                .map(Step::releasedAfter)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }

    /**
     * Some of what its steps leave behind can be taken back; true for an empty plan of a platform, which changed
     * nothing.
     */
    public boolean canBeUndone() {
        return !byHand()
                && (plan.isEmpty()
                        || plan.steps().stream().anyMatch(PlannedAction::leavesWhatCanBeUndone)
                        || plan.eaches().stream().anyMatch(Each::isKeptUp));
    }

    private static boolean leavesWhatCanBeUndone(Step step) {
        return step.undo() != null && !step.temporary() && !step.touches().isEmpty();
    }
}
