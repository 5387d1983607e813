package dev.cordon.cli;

import dev.cordon.journal.DataFolderInUse;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Takes what one process at a time can have, and waits some seconds where another has it: the worker holds the data folder
 * only while there is something to do.
 */
record WhenFree(Workplace workplace) {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** @throws DataFolderInUse where another process has it still */
    <T> T take(Supplier<T> taking) throws InterruptedException {
        var pace = workplace.surroundings().pace();
        var until = pace.now().plus(LONGEST);
        var told = false;
        while (true) {
            try {
                return taking.get();
            } catch (DataFolderInUse e) {
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
