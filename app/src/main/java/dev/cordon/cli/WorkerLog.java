package dev.cordon.cli;

import dev.cordon.execution.Round;
import dev.cordon.execution.Timers.Result;
import dev.cordon.execution.Watched;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a worker says: a line for each thing on standard error, with its time; one that begins with {@code ALARM} wants a
 * person. Safe for any number of threads.
 */
final class WorkerLog {

    private final Workplace workplace;
    private final Set<String> saidOnce = new HashSet<>();
    private int resumed;
    private int undone;
    private int alarms;

    WorkerLog(Workplace workplace) {
        this.workplace = workplace;
    }

    Progress progress() {
        var surroundings = workplace.surroundings();
        return new ProgressInLines(
                surroundings.terminal().err(), surroundings.pace().clock());
    }

    synchronized void say(String line) {
        var now = workplace.surroundings().pace().now().truncatedTo(ChronoUnit.MILLIS);
        workplace.surroundings().terminal().err().println(now + " " + Harmless.line(line));
    }

    /** Nothing where this was said since the last round. */
    synchronized void once(String line) {
        if (saidOnce.add(line)) {
            say(line);
        }
    }

    /** As {@link #once}, and a person has to look. */
    synchronized void alarm(String line) {
        if (saidOnce.add(line)) {
            alarms++;
            say("ALARM " + line);
        }
    }

    synchronized void tell(Round.Done done) {
        done.resumed()
                .forEach(run ->
                        say(run.id() + ": gone on with, now " + run.status().word()));
        resumed += done.resumed().size();
        done.left().forEach(left -> alarm(left.run() + " cannot be gone on with: " + left.why()));
        done.expired().forEach(this::tell);
        done.watched().forEach(this::tell);
    }

    private void tell(Result result) {
        var action = result.due().run() + "/" + result.due().action();
        switch (result) {
            case Result.Undone _ -> {
                undone++;
                say(action + ": its time was over, and it is undone");
            }
            case Result.Kept(var due, var why) ->
                alarm(action + ": its undo was tried "
                        + EventWords.counted(due.expiry().tries(), "time") + ", again at "
                        + due.next().truncatedTo(ChronoUnit.SECONDS) + ": " + why);
            case Result.Waits(var _, var what) -> alarm(action + ": its time is over, and it waits: " + what);
            case Result.AsksAPerson(var _, var why) ->
                alarm(action + ": its time is over, and a person has to look: " + why);
            case Result.Elsewhere _ -> {
                // Another worker says what comes of it.
            }
            case Result.Broken(var _, var why) -> alarm(action + ": its time is over, and it cannot be undone: " + why);
        }
    }

    private void tell(Watched watched) {
        var action = watched.run() + "/" + watched.action();
        switch (watched) {
            case Watched.InForce _ -> {}
            case Watched.Drifted(var _, var _, var what, var then) ->
                alarm(action + ": somebody or something undid it (" + what + "); " + then);
            case Watched.Restored(var _, var _, var byUs) ->
                say(action + ": somebody had undone it, and "
                        + (byUs ? "it is applied again" : "it is in force again"));
            case Watched.CouldNotLook(var _, var _, var why) ->
                once(action + ": nobody could look whether it is in force: " + why);
            case Watched.Followed(var _, var _, var applied, var undone) ->
                say(action + ": " + applied + " new, " + undone + " gone");
            case Watched.AsksAPerson(var _, var _, var why) -> alarm(action + ": a person has to look: " + why);
        }
    }

    /** {@code {resumed, undone, alarms}}, each a count. */
    synchronized ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("resumed", resumed)
                .put("undone", undone)
                .put("alarms", alarms);
    }
}
