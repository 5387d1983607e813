package dev.cordon.report;

import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import dev.cordon.plan.PlannedAction;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/** What can be done about a run now. */
final class Hints {

    private Hints() {}

    /** Each a sentence without its full stop, and the command. */
    static SequencedMap<String, String> of(RunState run, Instant now) {
        var hints = new LinkedHashMap<String, String>();
        if (run.status() == Status.AWAITING_APPROVAL) {
            hints.put("Nothing has been changed. Somebody else approves it with", "cordon approve " + run.id());
        }
        resume(run)
                .ifPresent(command -> hints.put("Not finished; if no other process works on it, go on with", command));
        rollback(run, now).ifPresent(command -> hints.put("To undo what is in force, and tidy up", command));
        return hints;
    }

    static Optional<String> resume(RunState run) {
        return run.closed() ? Optional.empty() : Optional.of("cordon resume " + run.id());
    }

    static Optional<String> rollback(RunState run, Instant now) {
        return run.plan().actions().stream()
                .filter(PlannedAction::canBeUndone)
                .filter(action ->
                        Standing.of(action, run.action(action.id()), now).worthUndoing())
                .findFirst()
                .map(_ -> "cordon rollback " + run.id());
    }
}
