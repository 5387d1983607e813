package dev.cordon.cli;

import dev.cordon.action.ActionId;
import dev.cordon.execution.Due;
import dev.cordon.journal.RunState;
import dev.cordon.journal.WorkerSeat;
import dev.cordon.plan.PlannedAction;
import dev.cordon.plan.PlannedPlaybook;
import java.util.List;
import java.util.stream.Collectors;

/** Says so where something is to end by itself and no worker runs that would end it. */
record WorkerNotice(Workplace workplace) {

    /** Of a plan: what is to last for a time that the platform itself does not hold. */
    void about(PlannedPlaybook plan) {
        say(plan.actions().stream()
                .filter(action -> action.lasts().isPresent() && action.canBeUndone())
                .filter(action -> action.releasedAfter().isEmpty())
                .map(PlannedAction::id)
                .toList());
    }

    /** Of a run: what falls due in it, or has. */
    void about(RunState run) {
        say(Due.of(run).stream().filter(due -> !due.platform()).map(Due::action).toList());
    }

    private void say(List<ActionId> actions) {
        var folder = workplace.dataPlace().folder();
        if (!actions.isEmpty() && WorkerSeat.holder(folder).isEmpty()) {
            workplace
                    .console()
                    .note("nothing will undo "
                            + actions.stream().map(ActionId::value).collect(Collectors.joining(", "))
                            + " by itself unless 'cordon work' runs on " + folder + ", and none runs now");
        }
    }
}
