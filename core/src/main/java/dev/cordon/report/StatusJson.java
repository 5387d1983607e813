package dev.cordon.report;

import dev.cordon.journal.Consent;
import dev.cordon.journal.RunState;
import dev.cordon.journal.StepState.Progress;
import dev.cordon.plan.PlannedAction;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where runs stand, as JSON.
 *
 * @param now what the platform itself has released by now is told by it
 */
public record StatusJson(Instant now) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** {@code {"runs": […]}}, each as {@link #run} gives it. */
    public ObjectNode runs(List<RunState> runs) {
        var json = JSON.objectNode();
        var list = json.putArray("runs");
        runs.forEach(run -> list.add(run(run)));
        return json;
    }

    /**
     * {@code {run, incident_id, name, by, accepted_at, status, closed, digest, approval, resume, rollback,
     * actions}}; {@code resume} and {@code rollback} are the commands, null where there is nothing to resume or to undo.
     */
    public ObjectNode run(RunState run) {
        var json = JSON.objectNode();
        json.put("run", run.id().value());
        json.put("incident_id", run.plan().incidentId().value());
        json.put("name", run.plan().name());
        json.put("by", run.by());
        json.put("accepted_at", Times.shown(run.acceptedAt()));
        json.put("status", run.status().word());
        json.put("closed", run.closed());
        json.put("digest", run.plan().digest().value());
        json.set("approval", approval(run.consent()));
        json.put("resume", Hints.resume(run).orElse(null));
        json.put("rollback", Hints.rollback(run, now).orElse(null));
        var actions = json.putArray("actions");
        run.plan().actions().forEach(action -> actions.add(action(action, run)));
        return json;
    }

    private ObjectNode action(PlannedAction action, RunState run) {
        var state = run.action(action.id());
        var json = JSON.objectNode();
        json.put("id", action.id().value());
        json.put("action", action.action());
        json.put("target", Asked.of(action).target());
        json.put("platform", action.on().value());
        json.put("status", state.status().word());
        json.put("notes", state.note());
        json.put("began_at", Times.orNull(state.began()));
        json.put("ended_at", Times.orNull(state.ended()));
        json.set("standing", standing(Standing.of(action, state, now)));
        json.set("until", until(run, action, now));
        var members = json.putObject("members");
        state.members().forEach((each, found) -> members.put(each, found.size()));
        var steps = json.putArray("steps");
        StepStanding.of(action, state).forEach(step -> steps.add(step(step)));
        return json;
    }

    /** Null where nobody has to be asked. */
    static JsonNode approval(Consent consent) {
        var asked = consent.asked();
        if (asked == null) {
            return JSON.nullNode();
        }
        var json = JSON.objectNode()
                .put("approvers", asked.approvers())
                .put("until", Times.shown(asked.until()))
                .put("why", asked.why())
                .put("in_words", consent.inWords().orElse(""));
        consent.approvedBy().forEach(json.putArray("approved_by")::add);
        json.set("rejected", word(consent.rejected()));
        json.set("broke_glass", word(consent.brokenGlass()));
        return json;
    }

    private static JsonNode word(Consent.@Nullable Word word) {
        return word == null
                ? JSON.nullNode()
                : JSON.objectNode().put("by", word.by()).put("reason", word.reason());
    }

    /** Null where it does not end by itself. */
    static JsonNode until(RunState run, PlannedAction action, Instant now) {
        return Until.of(run, action, now).<JsonNode>map(Until::json).orElseGet(JSON::nullNode);
    }

    static ObjectNode standing(Standing standing) {
        var json = JSON.objectNode().put("is", standing.word()).put("in_words", standing.inWords());
        switch (standing) {
            case Standing.InForce(var since, var ends) ->
                json.put("since", Times.orNull(since)).put("ends_at", Times.orNull(ends.orElse(null)));
            case Standing.Drifted(var since, var parts) ->
                json.put("since", Times.orNull(since)).put("parts", parts);
            case Standing.Released(var at) -> json.put("at", Times.orNull(at));
            case Standing.Undone(var at) -> json.put("at", Times.orNull(at));
            case Standing.ByHand(var at, var _, var _) -> json.put("at", Times.orNull(at));
            case Standing.Untouched _,
                    Standing.AlreadyInForce _,
                    Standing.UnderWay _,
                    Standing.InPart _,
                    Standing.TakenBack _,
                    Standing.UndoUnfinished _,
                    Standing.Unclear _ -> {}
        }
        return json;
    }

    private static ObjectNode step(StepStanding step) {
        var json = JSON.objectNode();
        json.put("step", step.spot().step());
        json.put("member", step.spot().member());
        json.put("in_words", step.inWords());
        json.set("apply", progress(step.state().apply()));
        json.set("undo", progress(step.state().undo()));
        return json;
    }

    private static ObjectNode progress(Progress progress) {
        var answer = progress.answer();
        var outcome = progress.outcome();
        return JSON.objectNode()
                .put("attempt", progress.attempt())
                .put("since", Times.orNull(progress.since()))
                .put("open", progress.open())
                .put("answer", answer == null ? null : answer.inWords())
                .put("outcome", outcome == null ? null : outcome.name().toLowerCase(Locale.ROOT))
                .put("why", progress.why());
    }
}
