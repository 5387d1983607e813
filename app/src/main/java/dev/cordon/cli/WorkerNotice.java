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
        if (!actions.isEmpty() && noWorker()) {
            workplace
                    .console()
                    .note("nothing will undo "
                            + actions.stream().map(ActionId::value).collect(Collectors.joining(", "))
                            + " by itself unless 'cordon work' runs on " + where() + ", and none runs now");
        }
    }

    private boolean noWorker() {
        try (var shared = workplace.shared().orElse(null)) {
            return shared == null
                    ? WorkerSeat.holder(workplace.dataPlace().folder()).isEmpty()
                    : shared.workers().isEmpty();
        }
    }

    private String where() {
        return workplace
                .configuration()
                .store()
                .map(store -> store.url().text())
                .orElseGet(() -> workplace.dataPlace().folder().toString());
    }
}
