package dev.cordon.library;

import static dev.cordon.library.CordonException.checked;

import dev.cordon.action.ActionId;
import dev.cordon.action.ContainmentRequest;
import dev.cordon.action.PlatformName;
import dev.cordon.action.Reason;
import dev.cordon.playbook.Conditions;
import dev.cordon.report.ContainmentAction;
import java.time.Duration;
import java.util.Optional;

/**
 * Plans actions, and knows what stands beside their parameters: in a playbook {@code id}, {@code on}, {@code ttl}
 * and {@code waive_evidence}.
 * Does not change; each method gives another one. Safe for any number of threads.
 *
 * <pre>{@code
 * new NetworkContainment(cordon.planner().on("edge").ttl(Duration.ofHours(12)))
 * }</pre>
 */
public final class ActionPlanner {

    /** What stands beside the parameters of an action. */
    record Beside(
            Optional<ActionId> id,
            Optional<PlatformName> on,
            Conditions conditions,
            Optional<Reason> reason,
            boolean byHand) {}

    private final Cordon cordon;
    private final Beside beside;

    ActionPlanner(Cordon cordon) {
        this(cordon, new Beside(Optional.empty(), Optional.empty(), Conditions.NONE, Optional.empty(), false));
    }

    private ActionPlanner(Cordon cordon, Beside beside) {
        this.cordon = cordon;
        this.beside = beside;
    }

    /** Of the one action that it plans next; where this is not said an id is made up. */
    public ActionPlanner id(String id) {
        var named = Optional.of(checked(() -> new ActionId(id)));
        return with(new Beside(named, beside.on, beside.conditions, beside.reason, beside.byHand));
    }

    /** The configured platform to act on, where several fit. */
    public ActionPlanner on(String platform) {
        var name = Optional.of(checked(() -> new PlatformName(platform)));
        return with(new Beside(beside.id, name, beside.conditions, beside.reason, beside.byHand));
    }

    /**
     * After this time the action is undone: by the platform itself where it can, else by {@code cordon work} once this
     * program has closed the data folder. What cannot be undone is refused.
     */
    public ActionPlanner ttl(Duration time) {
        return with(new Conditions(Optional.of(time), beside.conditions.waiver(), beside.conditions.watch()));
    }

    /** Why an action may go on where evidence cannot be captured; where this is not said a failed capture stops it. */
    public ActionPlanner waiveEvidence(String why) {
        var waiver = Optional.of(checked(() -> new Reason(why)));
        return with(new Conditions(beside.conditions.ttl(), waiver, beside.conditions.watch()));
    }

    /** Why, where a method has no parameter for it; where this is not said a sentence is made up. */
    public ActionPlanner reason(String why) {
        var reason = Optional.of(checked(() -> new Reason(why)));
        return with(new Beside(beside.id, beside.on, beside.conditions, reason, beside.byHand));
    }

    /**
     * A person does it, for no platform here does: nothing is discovered and nothing is sent. It stays pending until
     * {@link ContainmentPlaybook#completeAction} or {@link ContainmentPlaybook#failAction} says what came of it.
     */
    public ActionPlanner byHand() {
        return with(new Beside(beside.id, beside.on, beside.conditions, beside.reason, true));
    }

    /**
     * Plans a request that was made as a value. Sends nothing but reads.
     *
     * @return pending; nothing has changed yet
     * @throws CordonException.Refused where it cannot be carried out
     */
    public ContainmentAction plan(ContainmentRequest request) {
        return cordon.plan(request, beside);
    }

    ContainmentAction plan(Given given) {
        return plan(given.read(beside.reason));
    }

    private ActionPlanner with(Conditions now) {
        return with(new Beside(beside.id, beside.on, now, beside.reason, beside.byHand));
    }

    private ActionPlanner with(Beside now) {
        return new ActionPlanner(cordon, now);
    }
}
