package dev.cordon.report;

import dev.cordon.document.Printable;
import dev.cordon.journal.RunState;
import dev.cordon.plan.PlannedAction;
import java.time.Instant;
import java.util.List;

/**
 * Where runs stand, as text for a terminal.
 *
 * @param now what the platform itself has released by now is told by it
 */
public record StatusText(Instant now) {

    private static final int ACTIONS = 3;

    /** One line a run, in the order given. */
    public String runs(List<RunState> runs) {
        if (runs.isEmpty()) {
            return "no runs yet\n";
        }
        var table = new TextTable().row("RUN", "ACCEPTED", "STATUS", "INCIDENT", "ACTIONS");
        for (var run : runs) {
            table.row(
                    run.id().value(),
                    Times.shown(run.acceptedAt()),
                    run.status().word() + (run.closed() ? "" : ", not finished"),
                    run.plan().incidentId().value(),
                    Printable.of(actions(run)));
        }
        return table.toString();
    }

    private static String actions(RunState run) {
        var actions = run.plan().actions();
        var names = actions.stream()
                .limit(ACTIONS)
                .map(action -> action.action() + " " + Asked.of(action).target())
                .toList();
        return String.join(", ", names)
                + (actions.size() > ACTIONS ? " and " + (actions.size() - ACTIONS) + " more" : "");
    }

    /** One run in detail: what each step came to and why, what is in force, and the commands that go on from here. */
    public String run(RunState run) {
        var sheet = new Sheet();
        sheet.line(0, run.id() + ": " + run.status().word() + (run.closed() ? "" : ", not finished"))
                .labelled(
                        2,
                        "incident  ",
                        run.plan().incidentId() + ", " + run.plan().name())
                .labelled(2, "accepted  ", Times.shown(run.acceptedAt()) + " by " + run.by())
                .labelled(2, "approval  ", run.consent().inWords().orElse(""))
                .labelled(2, "plan      ", run.plan().digest().value());
        run.plan().actions().forEach(action -> action(sheet.blank(), action, run));
        Hints.of(run, now)
                .forEach((what, command) -> sheet.blank().line(0, what + ":").command(2, "", command));
        return sheet.toString();
    }

    private void action(Sheet sheet, PlannedAction action, RunState run) {
        var state = run.action(action.id());
        sheet.line(
                        0,
                        action.action() + " " + Printable.of(Asked.of(action).target()) + " on " + action.on() + ": "
                                + state.status().word())
                .labelled(2, "id        ", action.id().value())
                .labelled(2, "now       ", Standing.of(action, state, now).inWords())
                .labelled(
                        2,
                        "until     ",
                        Until.of(run, action, now).map(Until::inWords).orElse(""))
                .labelled(2, "note      ", state.note());
        state.members().forEach((each, members) -> sheet.labelled(2, "members   ", members.size() + " of " + each));
        for (var step : StepStanding.of(action, state)) {
            sheet.labelled(2, "step      ", step.spot() + ": " + step.inWords());
        }
    }
}
