package dev.cordon.cli;

import dev.cordon.cli.Ending.Stopped;
import dev.cordon.journal.DataFolderInUse;
import dev.cordon.journal.WorkerSeat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Does what nobody asks for: goes on with what was interrupted and undoes what falls due, until it is told to stop. */
@Command(
        name = "work",
        description = {
            "Goes on with interrupted runs and undoes what falls due, until Ctrl-C or SIGTERM.",
            "It holds the data folder only while there is something to do, so 'apply' and 'rollback' work beside it.",
            "A run that a person stopped is left to a person."
        })
final class WorkCommand implements Task {

    private final Workplace workplace;

    @Option(names = "--once", description = "One round, then it ends: for cron.")
    private boolean once;

    WorkCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Ending run() throws InterruptedException {
        workplace.platforms().close(); // what is wrong with the configuration is told at once
        var place = workplace.dataPlace();
        place.prepare();
        workplace.surroundings().beforeWork().run();
        var shared = workplace.shared();
        if (shared.isPresent()) {
            try (var store = shared.get()) {
                var worker = new SharedWorker(workplace, store);
                return once ? worker.once() : worker.untilStopped();
            }
        }
        try (var _ = seat(place)) {
            var worker = new Worker(workplace);
            return once ? worker.once() : worker.untilStopped();
        }
    }

    private WorkerSeat seat(DataPlace place) throws InterruptedException {
        var clock = workplace.surroundings().pace().clock();
        try {
            return new WhenFree(workplace).take(() -> WorkerSeat.take(place.folder(), clock));
        } catch (DataFolderInUse e) {
            throw new Stopped(
                    Ending.Trouble.of(
                            ExitCode.REFUSED,
                            "a worker runs on " + place.folder() + " already (" + e.holder() + "): one is enough"),
                    e);
        }
    }
}
