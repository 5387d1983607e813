package dev.cordon.cli;

import dev.cordon.journal.InUse;
import java.time.Duration;

/**
 * Takes what one process at a time can have, and waits some seconds where another has it: the worker holds the data folder
 * only while there is something to do, and of a shared store a run.
 */
record WhenFree(Workplace workplace) {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** What is taken, or done with it at once. */
    interface Taking<T> {
        T take() throws InterruptedException;
    }

    /** @throws InUse where another process has it still */
    <T> T take(Taking<T> taking) throws InterruptedException {
        var pace = workplace.surroundings().pace();
        var until = pace.now().plus(LONGEST);
        var told = false;
        while (true) {
            try {
                return taking.take();
            } catch (InUse e) {
                if (!pace.now().isBefore(until)) {
                    throw e;
                }
                if (!told) {
                    workplace.console().note("waits for another Cordon (" + e.holder() + ")");
                    told = true;
                }
                pace.sleep(PAUSE);
            }
        }
    }
}
