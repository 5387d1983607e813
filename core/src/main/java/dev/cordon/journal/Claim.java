package dev.cordon.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * A run that nobody else works on, until it is closed. With it, everything may be written to the run; without it,
 * nothing. Safe for any number of threads.
 */
public interface Claim extends AutoCloseable {

    /** Whoever has a data folder has all its runs. */
    Claim OF_FOLDER = new Claim() {
        @Override
        public void demand() {
            // The folder's lock is held as long as this process lives.
        }

        @Override
        public void next(Optional<Instant> at) {
            // The one worker of a folder reads its journal.
        }

        @Override
        public void close() {
            // The folder is given back as a whole.
        }
    };

    /**
     * Returns when this process surely has the run still. To be asked right before anything is sent: a process that stood
     * still for a while may have lost the run to another one, and not know it yet.
     *
     * @throws ClaimLost where another process has it now
     * @throws JournalException where the store does not answer, so that nobody can tell
     */
    void demand() throws InterruptedException;

    /** When somebody is to look at the run again without being asked; empty for never. Holds from the close on. */
    void next(Optional<Instant> at);

    /** Gives the run back. Closing twice changes nothing. */
    @Override
    void close();
}
