package dev.cordon.cli;

import dev.cordon.execution.Round;
import dev.cordon.execution.Timers.Result;
import dev.cordon.execution.Watched;
import dev.cordon.journal.RunState;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What {@code work --once} ends in. */
record RoundEnding(Round.Done done) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** {@code {resumed: [{run, status}], expired: [{run, action, is, why}], watched: [{run, action, is, why}],
     * left: [{run, why}]}}. */
    Ending.Result result() {
        var json = JSON.objectNode();
        var resumed = json.putArray("resumed");
        done.resumed().forEach(run -> resumed.add(json(run)));
        var expired = json.putArray("expired");
        done.expired().forEach(result -> expired.add(json(result)));
        var watched = json.putArray("watched");
        done.watched().forEach(result -> watched.add(json(result)));
        var left = json.putArray("left");
        done.left()
                .forEach(run ->
                        left.add(JSON.objectNode().put("run", run.run().value()).put("why", run.why())));
        return new Ending.Result(code(), "", json);
    }

    /** Done where nothing is left that fell due or was interrupted. */
    private ExitCode code() {
        if (done.expired().stream().anyMatch(Result.AsksAPerson.class::isInstance)
                || done.watched().stream().anyMatch(RoundEnding::asksAPerson)) {
            return ExitCode.UNCERTAIN;
        }
        var undone = done.expired().stream().allMatch(Result.Undone.class::isInstance);
        var ended = done.resumed().stream().allMatch(run -> ExitCode.of(run) == ExitCode.DONE);
        var looked = done.watched().stream().noneMatch(Watched.CouldNotLook.class::isInstance);
        return undone && ended && looked && done.left().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static boolean asksAPerson(Watched watched) {
        return watched instanceof Watched.Drifted || watched instanceof Watched.AsksAPerson;
    }

    private static ObjectNode json(Watched watched) {
        return JSON.objectNode()
                .put("run", watched.run().value())
                .put("action", watched.action().value())
                .put("is", word(watched))
                .put("why", why(watched));
    }

    private static String word(Watched watched) {
        return switch (watched) {
            case Watched.InForce _ -> "in_force";
            case Watched.Drifted _ -> "drifted";
            case Watched.Restored(var _, var _, var byUs) -> byUs ? "applied_again" : "restored";
            case Watched.CouldNotLook _ -> "could_not_look";
            case Watched.Followed _ -> "followed";
            case Watched.AsksAPerson _ -> "asks_a_person";
        };
    }

    private static String why(Watched watched) {
        return switch (watched) {
            case Watched.InForce _, Watched.Restored _, Watched.Followed _ -> "";
            case Watched.Drifted(var _, var _, var what, var then) -> what + "; " + then;
            case Watched.CouldNotLook(var _, var _, var why) -> why;
            case Watched.AsksAPerson(var _, var _, var why) -> why;
        };
    }

    private static ObjectNode json(RunState run) {
        return JSON.objectNode()
                .put("run", run.id().value())
                .put("status", run.status().word());
    }

    private static ObjectNode json(Result result) {
        var due = result.due();
        return JSON.objectNode()
                .put("run", due.run().value())
                .put("action", due.action().value())
                .put("is", word(result))
                .put("why", why(result));
    }

    private static String word(Result result) {
        return switch (result) {
            case Result.Undone _ -> "undone";
            case Result.Kept _ -> "kept";
            case Result.Waits _ -> "waits";
            case Result.AsksAPerson _ -> "asks_a_person";
            case Result.Elsewhere _ -> "elsewhere";
            case Result.Broken _ -> "broken";
        };
    }

    private static String why(Result result) {
        return switch (result) {
            case Result.Undone _ -> "";
            case Result.Kept(var _, var why) -> why;
            case Result.Waits(var _, var what) -> what;
            case Result.AsksAPerson(var _, var why) -> why;
            case Result.Elsewhere(var _, var who) -> who;
            case Result.Broken(var _, var why) -> why;
        };
    }
}
