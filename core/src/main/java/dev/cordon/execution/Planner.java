package dev.cordon.execution;

import dev.cordon.action.ActionId;
import dev.cordon.execution.Drawing.Drawn;
import dev.cordon.plan.PlannedAction;
import dev.cordon.plan.PlannedPlaybook;
import dev.cordon.plan.Platform;
import dev.cordon.playbook.Playbook;
import dev.cordon.playbook.PlaybookAction;
import dev.cordon.policy.Guard;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Draws up a playbook: picks the platform of each action, discovers, plans. Sends nothing but reads.
 *
 * <p>All or nothing: one refused action refuses the playbook, and every refusal is told.
 */
public final class Planner {

    private final Candidates candidates;
    private final Pace pace;
    private final boolean offline;

    private Planner(Candidates candidates, Pace pace, boolean offline) {
        this.candidates = candidates;
        this.pace = pace;
        this.offline = offline;
    }

    public static Planner online(Candidates candidates, Pace pace) {
        return new Planner(candidates, pace, false);
    }

    /** From assumed facts, without any connection. */
    public static Planner offline(Candidates candidates, Pace pace) {
        return new Planner(candidates, pace, true);
    }

    /** What planning came to. */
    public sealed interface Result {
        record Planned(PlannedPlaybook playbook) implements Result {}

        /**
         * Nothing was changed.
         *
         * @param refusals at least one
         */
        record Refused(List<Refusal> refusals) implements Result {}
    }

    /** One action that cannot be carried out, and why. */
    public record Refusal(ActionId action, String key, String why) {

        @Override
        public String toString() {
            return action + " (" + key + "): " + why;
        }
    }

    public Result plan(Playbook playbook) {
        var refusals = new ArrayList<Refusal>();
        var planned = new ArrayList<PlannedAction>();
        for (var action : playbook.actions()) {
            switch (plan(action)) {
                case Drafted.Action(var it) -> planned.add(it);
                case Drafted.No(var why) ->
                    refusals.add(
                            new Refusal(action.id(), action.request().kind().key(), why));
            }
        }
        refusals.addAll(Assembly.refusals(planned, guard()));
        return refusals.isEmpty() ? assembled(playbook, planned) : new Result.Refused(List.copyOf(refusals));
    }

    private Result assembled(Playbook playbook, List<PlannedAction> planned) {
        return Assembly.of(
                new PlannedPlaybook(
                        PlannedPlaybook.FORMAT,
                        playbook.incidentId(),
                        playbook.name(),
                        playbook.analyst(),
                        now(),
                        playbook.onFailure(),
                        planned),
                guard());
    }

    private Guard guard() {
        return candidates.configured().guard();
    }

    private sealed interface Drafted {
        record Action(PlannedAction action) implements Drafted {}

        record No(String why) implements Drafted {}
    }

    private Drafted plan(PlaybookAction action) {
        return switch (candidates.of(action, offline)) {
            case Candidates.Choice.None(var why) -> new Drafted.No(why);
            case Candidates.Choice.Some(var platforms) -> asked(action, platforms);
        };
    }

    /** Exactly one platform must find the target. */
    private Drafted asked(PlaybookAction action, List<Platform> platforms) {
        var planned = new ArrayList<PlannedAction>();
        var reasons = new ArrayList<String>();
        for (var platform : platforms) {
            var prefix = platforms.size() == 1 ? "" : platform.name() + ": ";
            switch (draw(action, platform)) {
                case Drafted.Action(var it) -> planned.add(it);
                case Drafted.No(var why) -> reasons.add(prefix + why);
            }
        }
        if (planned.size() == 1) {
            return new Drafted.Action(planned.getFirst());
        }
        if (planned.size() > 1) {
            var names = planned.stream().map(it -> it.on().value()).toList();
            return new Drafted.No(
                    "several platforms know this target: " + String.join(", ", names) + "; say which with 'on: NAME'");
        }
        return new Drafted.No(String.join("; ", reasons));
    }

    private Drafted draw(PlaybookAction action, Platform platform) {
        var connector = Drawing.connector(platform, action.request().getClass()).orElseThrow();
        var conditions = action.conditions();
        var drawn = offline
                ? Drawing.assume(connector, action.request(), conditions)
                : Drawing.draw(
                        connector,
                        action.request(),
                        conditions,
                        candidates.looking(platform, pace).reader());
        return switch (drawn) {
            case Drawn.Planned(var resolved, var facts, var shown, var plan) ->
                lasting(new PlannedAction(
                        action.id(),
                        platform.name(),
                        platform.type(),
                        action.request().kind().key(),
                        action.request().parameters(),
                        conditions.ttl().orElse(null),
                        conditions.waiver().orElse(null),
                        PlannedAction.unusual(conditions.watch()),
                        resolved,
                        facts,
                        shown,
                        plan,
                        action.after()));
            case Drawn.NotFound(var what) -> new Drafted.No("not found: " + what);
            case Drawn.Ambiguous(var what, var several) ->
                new Drafted.No(what + " is ambiguous: " + String.join(", ", several));
            case Drawn.Unreadable(var why) -> new Drafted.No(why);
            case Drawn.Declined(var reason, var _) -> new Drafted.No(reason);
        };
    }

    private Drafted lasting(PlannedAction action) {
        return Limited.refusal(action)
                .or(() -> unsealable(action))
                .<Drafted>map(Drafted.No::new)
                .orElseGet(() -> new Drafted.Action(action));
    }

    private Optional<String> unsealable(PlannedAction action) {
        return offline || candidates.configured().sealing().isPresent()
                ? Optional.empty()
                : WantedSecrets.refusal(action);
    }

    private Instant now() {
        return pace.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
