package dev.cordon.cli;

import dev.cordon.cli.Ending.Stopped;
import dev.cordon.execution.Approvals;
import dev.cordon.journal.RunId;
import dev.cordon.journal.RunState;

/** Records in the journal what the person at this command line says of a run that waits for approval. */
record Says(Workplace workplace) {

    /** What is said, by whom. */
    interface Word {
        Approvals.Result of(Approvals approvals, RunId run, String by);
    }

    /** @throws Stopped where it may not be said */
    RunState to(RunId run, Word word) throws InterruptedException {
        var surroundings = workplace.surroundings();
        try (var data = workplace.dataToWrite()) {
            var approvals = new Approvals(data.journal(), surroundings.pace().clock(), _ -> {});
            return switch (new WhenFree(workplace).take(() -> word.of(approvals, run, surroundings.user()))) {
                case Approvals.Result.Recorded(var now) -> now;
                case Approvals.Result.Refused(var why) ->
                    throw new Stopped(ExitCode.REFUSED, "nothing was recorded: " + why);
                case Approvals.Result.Unknown _ -> throw RunChoice.unknown(run.value());
            };
        }
    }
}
