package dev.cordon.report;

import dev.cordon.action.ActionId;
import dev.cordon.document.Printable;
import dev.cordon.journal.ActionState;
import dev.cordon.journal.RunState;
import dev.cordon.plan.PlannedAction;
import dev.cordon.plan.Step;
import java.util.List;

/**
 * What a rollback will take back, as a responder reads it before saying yes: the last action first, and of each the
 * last step first.
 */
public record RollbackText(Rendering rendering) {

    /** @param chosen only these actions of the run */
    public String of(RunState run, List<ActionId> chosen) {
        var sheet = new Sheet().line(0, "Rollback of " + run.id());
        run.lastBegunFirst().stream()
                .filter(action -> chosen.contains(action.id()))
                .forEach(action -> action(sheet, run.action(action.id()), action));
        return sheet.toString();
    }

    private void action(Sheet sheet, ActionState state, PlannedAction action) {
        var target = Printable.of(Asked.of(action).target());
        sheet.blank()
                .line(
                        0,
                        action.id() + ": " + action.action() + " " + target + " on " + action.on() + ", "
                                + state.status().word());
        var steps = action.plan().steps().reversed().stream()
                .filter(step -> happened(state, step))
                .toList();
        steps.forEach(step -> step(sheet, action, step));
        if (steps.stream().noneMatch(step -> step.undo() != null)) {
            sheet.line(2, "nothing to take back");
        }
    }

    private static boolean happened(ActionState state, Step step) {
        return state.steps().entrySet().stream()
                .anyMatch(entry -> entry.getKey().step().equals(step.name())
                        && !entry.getValue().apply().neverHappened());
    }

    private void step(Sheet sheet, PlannedAction action, Step step) {
        var undo = step.undo();
        if (undo == null) {
            return;
        }
        sheet.labelled(2, "undo ", step.name() + ", " + step.reversibility().inWords());
        new Heart(rendering, action).of(undo).forEach(line -> sheet.command(7, "", line));
    }
}
