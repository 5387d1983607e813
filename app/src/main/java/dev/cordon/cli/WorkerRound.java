package dev.cordon.cli;

import dev.cordon.execution.Engine;
import dev.cordon.execution.LookedAt;
import dev.cordon.execution.Round;
import dev.cordon.execution.Timers;
import dev.cordon.execution.Vigils;
import dev.cordon.journal.Store;

/** Opens the platforms for one round of a worker, so that each obeys the configuration as it is then. */
record WorkerRound(Workplace workplace, Store data, WorkerLog log) {

    /** What is done in the round. */
    interface Use {
        Round.Done of(Round round) throws InterruptedException;
    }

    /** @param lookedAt when what is in force was looked at last */
    Round.Done with(LookedAt lookedAt, Use use) throws InterruptedException {
        var surroundings = workplace.surroundings();
        var pace = surroundings.pace();
        var journal = data.journal();
        try (var platforms = workplace.platforms();
                var progress = log.progress()) {
            var engine = new Engine(
                    platforms,
                    journal,
                    data.evidence(),
                    data.sealed(platforms.sealing()),
                    pace,
                    surroundings.random(),
                    progress);
            var timers = new Timers(engine, platforms, journal, pace, progress);
            var vigils = new Vigils(engine, platforms, journal, pace, lookedAt, progress);
            return use.of(new Round(engine, timers, vigils, platforms, journal, pace));
        }
    }
}
