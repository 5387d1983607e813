package dev.cordon.report;

import dev.cordon.journal.RunState;
import java.time.Instant;
import java.util.List;

/**
 * Where runs stand, as text for a terminal.
 *
 * @param now which effects the platform itself has released by now is told by it
 */
public record StatusText(Instant now) {

    /** One line a run, in the order given. */
    public String runs(List<RunState> runs) {
        return runs.isEmpty() ? "no runs yet\n" : "";
    }

    /** One run in detail, with the command that resumes it or takes it back. */
    public String run(RunState run) {
        return run.id() + "\n";
    }
}
