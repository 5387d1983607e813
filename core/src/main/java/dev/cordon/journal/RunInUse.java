package dev.cordon.journal;

import java.io.Serial;

/** Another process works on this run. */
public final class RunInUse extends InUse {

    @Serial
    private static final long serialVersionUID = 1;

    RunInUse(RunId run, String holder) {
        super(
                run + " is worked on by another Cordon (" + holder + "): wait for it, 'cordon status " + run
                        + "' tells",
                holder);
    }
}
