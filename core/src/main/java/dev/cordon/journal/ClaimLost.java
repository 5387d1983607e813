package dev.cordon.journal;

import java.io.Serial;

/** Another process works on the run now: what was to be written was refused, and nothing more may be sent. */
public final class ClaimLost extends JournalException {

    @Serial
    private static final long serialVersionUID = 1;

    ClaimLost(RunId run) {
        super("another Cordon has taken over " + run
                + ", because this one did not answer for a while: it goes on there," + " 'cordon status " + run
                + "' tells how far");
    }
}
