package dev.cordon.library;

import static dev.cordon.library.CordonException.checked;

import dev.cordon.action.ActionId;
import dev.cordon.action.ActionIds;
import dev.cordon.action.ContainmentRequest;
import dev.cordon.action.IncidentId;
import dev.cordon.document.Printable;
import dev.cordon.execution.Assembly;
import dev.cordon.execution.Candidates;
import dev.cordon.execution.Planner;
import dev.cordon.execution.Platforms;
import dev.cordon.library.ActionPlanner.Beside;
import dev.cordon.library.CordonException.Refused;
import dev.cordon.plan.PlannedAction;
import dev.cordon.plan.PlannedPlaybook;
import dev.cordon.playbook.FailurePolicy;
import dev.cordon.playbook.Playbook;
import dev.cordon.playbook.PlaybookAction;
import dev.cordon.report.ContainmentAction;
import dev.cordon.report.ContainmentActions;
import dev.cordon.report.Rendering;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Plans actions one by one, and keeps each plan until it is applied: a {@link ContainmentAction} shows it, this is it.
 * Safe for any number of threads.
 */
final class Drafts {

    /** Of actions that belong to no incident yet. */
    static final IncidentId AD_HOC = new IncidentId("AD-HOC");

    private static final String UNDONE = "-rollback";

    private final CordonOptions options;
    private final Platforms platforms;
    private final ActionIds ids;
    private final Map<ActionId, PlannedAction> planned = new ConcurrentHashMap<>();

    Drafts(CordonOptions options, Platforms platforms, ActionIds ids) {
        this.options = options;
        this.platforms = platforms;
        this.ids = ids;
    }

    /** Sends nothing but reads. */
    ContainmentAction plan(ContainmentRequest request, Beside beside, Rendering rendering) {
        var id = beside.id().orElseGet(ids::next);
        var alone = beside.byHand() ? byHand(id, request) : drawnUp(id, request, beside);
        planned.put(id, alone.actions().getFirst());
        return new ContainmentActions(rendering).of(alone).getFirst();
    }

    /** Puts together what was planned; all of it is forgotten here once it is {@link #applied}. */
    PlannedPlaybook together(PlannedPlaybook empty, Map<ActionId, List<ActionId>> after) {
        var actions = after.entrySet().stream()
                .map(action -> required(action.getKey()).after(action.getValue()))
                .toList();
        return planned(Assembly.of(empty.with(actions), platforms.guard()));
    }

    void applied(PlannedPlaybook playbook) {
        playbook.actions().forEach(action -> planned.remove(action.id()));
    }

    /** The action that this one is, or takes back. */
    static ActionId taken(ContainmentAction action) {
        return checked(() -> new ActionId(
                isRollback(action) ? action.id().substring(0, action.id().length() - UNDONE.length()) : action.id()));
    }

    static boolean isRollback(ContainmentAction action) {
        return action.actionType().endsWith("_rollback") && action.id().endsWith(UNDONE);
    }

    static boolean isByHand(ContainmentAction action) {
        return action.metadata().path("platform").asString("").equals(PlannedAction.NO_PLATFORM.value());
    }

    private PlannedAction required(ActionId id) {
        var action = planned.get(id);
        if (action == null) {
            throw new Refused(id + " was not planned by this Cordon, or has been applied: plan it anew");
        }
        return action;
    }

    private PlannedPlaybook byHand(ActionId id, ContainmentRequest request) {
        return alone(
                request,
                PlannedAction.byHand(id, request.kind().key(), request.parameters(), request.target()),
                options.pace().now().truncatedTo(ChronoUnit.MILLIS));
    }

    private PlannedPlaybook alone(ContainmentRequest request, PlannedAction action, Instant now) {
        return new PlannedPlaybook(
                PlannedPlaybook.FORMAT,
                AD_HOC,
                request.kind().key(),
                options.user(),
                now,
                FailurePolicy.STOP,
                List.of(action));
    }

    private PlannedPlaybook drawnUp(ActionId id, ContainmentRequest request, Beside beside) {
        var action = new PlaybookAction(id, beside.on(), List.of(), beside.conditions(), request);
        var playbook = new Playbook(AD_HOC, request.kind().key(), options.user(), FailurePolicy.STOP, List.of(action));
        var candidates = new Candidates(platforms, options.types());
        return planned(Planner.online(candidates, options.pace()).plan(playbook));
    }

    private static PlannedPlaybook planned(Planner.Result result) {
        return switch (result) {
            case Planner.Result.Planned(var playbook) -> playbook;
            case Planner.Result.Refused(var refusals) ->
                throw new Refused(refusals.stream()
                        .map(refusal -> "refused: " + Printable.line(refusal.toString()))
                        .collect(Collectors.joining("\n")));
        };
    }
}
