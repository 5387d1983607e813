package dev.cordon.cli;

import dev.cordon.cli.Ending.Stopped;
import dev.cordon.execution.Engine;
import dev.cordon.execution.LookedAt;
import dev.cordon.execution.Round;
import dev.cordon.execution.Timers;
import dev.cordon.journal.JournalException;
import dev.cordon.journal.RunId;
import dev.cordon.journal.RunInUse;
import dev.cordon.journal.SharedStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * One of any number of workers on a shared store: takes runs that somebody is to look at now and that nobody works on, and
 * works on several side by side. What a worker had that died is there to be taken a few seconds later.
 *
 * <p>For one thread.
 */
final class SharedWorker {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration WITHOUT_STORE = Duration.ofSeconds(2);
    private static final Duration IN_VAIN = Duration.ofMinutes(1);
    private static final Duration BETWEEN_SIGNS = Duration.ofSeconds(5); // others count on one in 15 s
    private static final int AT_ONCE = 16;

    private final Workplace workplace;
    private final SharedStore store;
    private final WorkerLog log;
    private final Set<RunId> working = ConcurrentHashMap.newKeySet();
    private Instant saidSo = Instant.EPOCH;

    SharedWorker(Workplace workplace, SharedStore store) {
        this.workplace = workplace;
        this.store = store;
        this.log = new WorkerLog(workplace);
    }

    /** What is to be done now, and then it ends. */
    Ending once() throws InterruptedException {
        var runs = store.due(now(), Integer.MAX_VALUE);
        var done = round(runs);
        log.tell(done);
        return new RoundEnding(done).result();
    }

    /** Until somebody asks to stop; whatever goes wrong in between is said, and tried again. */
    Ending untilStopped() {
        log.say("works on " + workplace.configuration().store().orElseThrow().url());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            while (true) {
                workplace.surroundings().pace().sleep(lookAround(threads) ? BETWEEN_LOOKS : WITHOUT_STORE);
            }
        } catch (InterruptedException e) {
            rest();
            return new Ending.Result(ExitCode.DONE, "stopped on request", log.json());
        }
    }

    private boolean lookAround(ExecutorService threads) {
        try {
            sayThatItWorks();
            store.due(now(), AT_ONCE).stream()
                    .filter(run -> working.size() < AT_ONCE && working.add(run))
                    .forEach(run -> threads.execute(() -> work(run)));
            return true;
        } catch (JournalException e) {
            log.alarm(String.valueOf(e.getMessage()));
            return false;
        }
    }

    private void work(RunId run) {
        try {
            var done = round(List.of(run));
            log.tell(done);
        } catch (InterruptedException e) {
            // Asked to stop: what was begun is in the journal, and somebody goes on with it.
        } catch (JournalException | Stopped e) {
            log.alarm(String.valueOf(e.getMessage()));
        } finally {
            working.remove(run);
        }
    }

    private Round.Done round(List<RunId> runs) throws InterruptedException {
        var due = new LookedAt(now()); // that somebody is to look at the run now, the store has said
        return new WorkerRound(workplace, store, log).with(due, round -> {
            var done = round.work(runs);
            runs.forEach(run -> lookAgain(round.engine(), run, done));
            return done;
        });
    }

    /** Where nothing came of it, not at once: something must come first, or a person. */
    private void lookAgain(Engine engine, RunId run, Round.Done done) {
        try {
            engine.lookedAt(run);
        } catch (RunInUse e) {
            return; // somebody else has it now, and says so
        }
        var resumed = done.resumed().stream().anyMatch(state -> state.id().equals(run));
        var undone = done.expired().stream()
                .anyMatch(result -> result instanceof Timers.Result.Undone
                        && result.due().run().equals(run));
        if (!resumed && !undone) {
            store.notBefore(run, now().plus(IN_VAIN));
        }
    }

    private void sayThatItWorks() {
        if (!now().isBefore(saidSo.plus(BETWEEN_SIGNS)) || now().isBefore(saidSo)) {
            store.works();
            saidSo = now();
        }
    }

    private Instant now() {
        return workplace.surroundings().pace().now();
    }

    private void rest() {
        try {
            store.rests();
        } catch (JournalException e) {
            log.say("could not say that it has stopped: " + e.getMessage());
        }
    }
}
