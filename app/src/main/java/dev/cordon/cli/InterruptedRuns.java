package dev.cordon.cli;

import dev.cordon.execution.Interrupted;
import dev.cordon.journal.DataFolder;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Store;
import java.util.Optional;

/** Names the runs that nobody finished, and the command that does. Reads only the journal. */
record InterruptedRuns(Workplace workplace) {

    /** For commands that change nothing. A run that another process works on now is not interrupted. */
    void name(Store data) {
        var open = Interrupted.in(data.journal());
        if (open.isEmpty()) {
            return;
        }
        var writer = data instanceof DataFolder
                ? DataFolder.writer(workplace.dataPlace().folder())
                : Optional.<String>empty(); // where several work, those that are worked on are not among them
        open.forEach(run -> workplace
                .console()
                .note(writer.map(pid -> "run " + run.id() + " is worked on by another Cordon (" + pid + ")")
                        .orElseGet(() -> line(run))));
    }

    static String line(RunState run) {
        return "run " + run.id() + " was interrupted: 'cordon resume " + run.id()
                + "' goes on with it, 'cordon rollback " + run.id() + "' takes it back";
    }
}
