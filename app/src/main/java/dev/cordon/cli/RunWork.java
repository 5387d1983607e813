package dev.cordon.cli;

import dev.cordon.action.ActionId;
import dev.cordon.action.Reason;
import dev.cordon.cli.Ending.Stopped;
import dev.cordon.cli.Ending.Trouble;
import dev.cordon.execution.Approvals;
import dev.cordon.execution.Engine;
import dev.cordon.execution.Platforms;
import dev.cordon.execution.Rollback;
import dev.cordon.journal.Event;
import dev.cordon.journal.InUse;
import dev.cordon.journal.JournalException;
import dev.cordon.journal.RunId;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import dev.cordon.journal.Store;
import dev.cordon.plan.PlannedPlaybook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** The engine at work for one command: shows its progress, and when it is stopped says how to go on. */
final class RunWork implements AutoCloseable {

    private final Workplace workplace;
    private final Store data;
    private final Progress progress;
    private final Engine engine;
    private volatile Optional<RunId> run = Optional.empty();

    RunWork(Workplace workplace, Platforms platforms, Store data) {
        var surroundings = workplace.surroundings();
        this.workplace = workplace;
        this.data = data;
        this.progress = Progress.on(surroundings);
        this.engine = new Engine(
                platforms,
                data.journal(),
                data.evidence(),
                data.sealed(platforms.sealing()),
                surroundings.pace(),
                surroundings.random(),
                this::happened);
    }

    /** Looks at what interrupted runs left open, and names them. Sends nothing but reads. */
    void settleInterrupted(Optional<RunId> except) throws InterruptedException {
        var settled = engine.settleInterrupted();
        settled.stream()
                .filter(state -> except.filter(state.id()::equals).isEmpty())
                .map(InterruptedRuns::line)
                .forEach(workplace.console()::note);
    }

    /** @param emergency why it goes on without the approval of others; empty where it waits for them */
    RunState apply(PlannedPlaybook plan, Optional<Reason> emergency) throws InterruptedException {
        return working(() -> {
            var state = engine.apply(plan, workplace.surroundings().user(), id -> run = Optional.of(id));
            return emergency.isPresent() && state.status() == Status.AWAITING_APPROVAL
                    ? breakGlass(state.id(), emergency.get())
                    : state;
        });
    }

    private RunState breakGlass(RunId of, Reason reason) throws InterruptedException {
        var approvals =
                new Approvals(data.journal(), workplace.surroundings().pace().clock(), this::happened);
        var by = workplace.surroundings().user();
        return switch (whenFree(() -> approvals.breakGlass(of, by, reason))) {
            case Approvals.Result.Recorded _ ->
                whenFree(() -> engine.resume(of)).orElseThrow();
            case Approvals.Result.Refused(var why) -> throw new Stopped(Trouble.of(ExitCode.REFUSED, why));
            case Approvals.Result.Unknown _ -> throw RunChoice.unknown(of.value());
        };
    }

    RunState resume(RunState interrupted) throws InterruptedException {
        run = Optional.of(interrupted.id());
        return working(() -> whenFree(() -> engine.resume(interrupted.id())).orElseThrow());
    }

    Rollback rollback(RunId of, List<ActionId> actions) throws InterruptedException {
        run = Optional.of(of);
        return working(() -> whenFree(
                () -> engine.rollback(of, actions, workplace.surroundings().user())));
    }

    /** Where another process works on the run, waits some seconds for it. */
    private <T> T whenFree(WhenFree.Taking<T> taking) throws InterruptedException {
        return new WhenFree(workplace).take(taking);
    }

    @Override
    public void close() {
        progress.close();
    }

    private void happened(Event event) {
        progress.accept(event);
    }

    private <T> T working(Callable<T> work) throws InterruptedException {
        workplace.surroundings().beforeWork().run();
        try {
            return work.call();
        } catch (InterruptedException e) {
            run.ifPresent(id -> engine.stopped(id, workplace.surroundings().user()));
            throw stopped(ExitCode.STOPPED, "stopped on request", held(), e);
        } catch (InUse e) {
            throw e; // nothing was done yet
        } catch (JournalException e) {
            throw stopped(ExitCode.FAILED, String.valueOf(e.getMessage()), Optional.empty(), e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A run that has not been accepted has changed nothing. */
    private Stopped stopped(ExitCode code, String why, Optional<String> held, Exception e) {
        var lines = new ArrayList<>(List.of(why));
        run.ifPresent(id -> lines.add("what was begun is in the journal: 'cordon resume " + id
                + "' goes on, 'cordon rollback " + id + "' takes it back"));
        held.ifPresent(lines::add);
        if (run.isEmpty()) {
            lines.add("nothing was changed");
        }
        return new Stopped(Trouble.of(run.isEmpty() ? ExitCode.REFUSED : code, lines), e);
    }

    private Optional<String> held() {
        return run.flatMap(id -> RunState.fold(data.journal().read(id))).flatMap(Held::line);
    }
}
