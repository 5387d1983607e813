package dev.cordon.cli;

import dev.cordon.cli.Ending.Stopped;
import dev.cordon.execution.Agenda;
import dev.cordon.execution.LookedAt;
import dev.cordon.execution.Round;
import dev.cordon.execution.Timers;
import dev.cordon.journal.DataFolder;
import dev.cordon.journal.DataFolderInUse;
import dev.cordon.journal.JournalException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Looks once a second whether there is something to do, and does it in a round. Only for that it opens the platforms and
 * takes the data folder, so other commands work in between, and a changed configuration is obeyed.
 *
 * <p>For one thread.
 */
final class Worker {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Workplace workplace;
    private final WorkerLog log;
    private final LookedAt lookedAt;
    private final LookOut lookOut;

    Worker(Workplace workplace) {
        this.workplace = workplace;
        this.log = new WorkerLog(workplace);
        this.lookedAt = new LookedAt(now());
        this.lookOut = new LookOut(LONGEST, lookedAt);
    }

    /** One round, whether there is something to do or not. */
    Ending once() throws InterruptedException {
        try (var data = folderToWrite()) {
            var done = round(data);
            log.tell(done);
            return new RoundEnding(done).result();
        } catch (InterruptedException e) {
            return stopped();
        }
    }

    /** Until somebody asks to stop; whatever goes wrong in between is said, and tried again. */
    Ending untilStopped() {
        log.say("works on " + workplace.dataPlace().folder());
        try {
            while (true) {
                workplace.surroundings().pace().sleep(lookAround() ? BETWEEN_LOOKS : LONGEST);
            }
        } catch (InterruptedException e) {
            return stopped();
        }
    }

    private DataFolder folderToWrite() throws InterruptedException {
        var clock = workplace.surroundings().pace().clock();
        return new WhenFree(workplace)
                .take(() -> DataFolder.open(workplace.dataPlace().folder(), clock));
    }

    private Ending stopped() {
        return new Ending.Result(ExitCode.DONE, "stopped on request", log.json());
    }

    /** Whether all is well; else it is better to wait a while before the next look. */
    private boolean lookAround() throws InterruptedException {
        try {
            var agenda = agenda();
            return agenda.isEmpty() || work(agenda.get());
        } catch (JournalException | Stopped e) {
            log.alarm(String.valueOf(e.getMessage()));
            lookOut.again();
            return false;
        }
    }

    private Optional<Agenda> agenda() {
        var busy = DataFolder.writer(workplace.dataPlace().folder()).isPresent();
        try (var data = DataFolder.openForReading(workplace.dataPlace().folder())) {
            return lookOut.look(data, busy, now());
        }
    }

    private boolean work(Agenda agenda) throws InterruptedException {
        try (var data = openIfFree(agenda).orElse(null)) {
            if (data == null) {
                lookOut.again();
                return true;
            }
            var done = round(data);
            log.tell(done);
            return done.left().isEmpty() && done.expired().stream().noneMatch(Timers.Result.Broken.class::isInstance);
        }
    }

    /** A run that another process works on is no news; something overdue that has to wait for that process is. */
    private Optional<DataFolder> openIfFree(Agenda agenda) {
        try {
            var clock = workplace.surroundings().pace().clock();
            return Optional.of(DataFolder.open(workplace.dataPlace().folder(), clock));
        } catch (DataFolderInUse e) {
            if (!agenda.dueNow(now()).isEmpty()) {
                log.once("something fell due, and waits for another Cordon, which works on the data folder ("
                        + e.holder() + ")");
            }
            return Optional.empty();
        }
    }

    private Round.Done round(DataFolder data) throws InterruptedException {
        return new WorkerRound(workplace, data, log).with(lookedAt, Round::work);
    }

    private Instant now() {
        return workplace.surroundings().pace().now();
    }
}
