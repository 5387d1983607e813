package dev.cordon.library;

import dev.cordon.action.ActionId;
import dev.cordon.execution.Engine;
import dev.cordon.execution.HandWork;
import dev.cordon.execution.Platforms;
import dev.cordon.execution.Rollback;
import dev.cordon.journal.Event;
import dev.cordon.journal.Journal;
import dev.cordon.journal.RunId;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Store;
import dev.cordon.library.CordonException.Refused;
import dev.cordon.library.CordonException.WrongInput;
import dev.cordon.plan.PlannedAction;
import dev.cordon.plan.PlannedPlaybook;
import dev.cordon.report.ContainmentAction;
import dev.cordon.report.ContainmentActions;
import dev.cordon.report.ExecutiveSummary;
import dev.cordon.report.Rendering;
import dev.cordon.report.RunRecord;
import dev.cordon.report.RunReport;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** Begins runs, goes on with them, takes them back, and tells of them. Safe for any number of threads. */
final class Runs {

    private final CordonOptions options;
    private final Platforms platforms;
    private final Journal journal;
    private final Engine engine;
    private final HandWork handWork;
    private final PlatformTurns turns = new PlatformTurns();
    private boolean settled; // guarded by this

    Runs(CordonOptions options, Platforms platforms, Store data) {
        this.options = options;
        this.platforms = platforms;
        this.journal = data.journal();
        this.engine = new Engine(
                platforms,
                journal,
                data.evidence(),
                data.sealed(platforms.sealing()),
                options.pace(),
                options.random(),
                options.listener());
        this.handWork = new HandWork(journal, options.pace().clock(), options.listener());
    }

    /** @param accepted is told the run before anything of it is sent */
    RunState begin(PlannedPlaybook plan, String by, Consumer<RunId> accepted) throws InterruptedException {
        settleOnce();
        return turns.with(plan, () -> engine.apply(plan, by(by), accepted));
    }

    /** Where it was interrupted; one that has ended stays as it is. */
    RunState goOn(RunId run) throws InterruptedException {
        settleOnce();
        var plan = state(run).plan();
        demand(plan.actions());
        return turns.with(plan, () -> {
            var now = state(run);
            return now.closed() ? now : engine.resume(run).orElseThrow();
        });
    }

    /** @param actions only these; all of the run where empty */
    RunState rollback(RunId run, List<ActionId> actions, String by) throws InterruptedException {
        settleOnce();
        var plan = state(run).plan();
        demand(plan.actions().stream()
                .filter(action -> actions.isEmpty() || actions.contains(action.id()))
                .toList());
        return switch (turns.with(plan, () -> engine.rollback(run, actions, by(by)))) {
            case Rollback.Tried(var state) -> state;
            case Rollback.Refused(var why) -> throw new Refused("nothing was changed: " + why);
            case Rollback.Unknown _ -> throw unknown(run);
        };
    }

    RunState note(RunId run, Event.Noted noted) {
        var result = turns.uninterrupted(state(run).plan(), () -> handWork.record(run, noted));
        return switch (result) {
            case HandWork.Result.Recorded(var state) -> state;
            case HandWork.Result.Refused(var why) -> throw new Refused("nothing was recorded: " + why);
            case HandWork.Result.Unknown _ -> throw new Refused(run + " has no action " + noted.action());
        };
    }

    RunState state(RunId run) {
        return RunState.fold(journal.read(run)).orElseThrow(() -> unknown(run));
    }

    List<ContainmentAction> actions(RunId run) {
        return new ContainmentActions(rendering()).of(state(run));
    }

    String report(RunId run) {
        return new RunReport(rendering()).markdown(record(run), now());
    }

    String executive(RunId run) {
        return new ExecutiveSummary(record(run), now()).markdown();
    }

    ObjectNode json(RunId run) {
        return new RunReport(rendering()).json(record(run), now());
    }

    Rendering rendering() {
        return new Rendering(platforms, options.types());
    }

    String by(String analyst) {
        return analyst.isBlank() ? options.user() : analyst;
    }

    private RunRecord record(RunId run) {
        return RunRecord.of(journal, run).orElseThrow(() -> unknown(run));
    }

    private Instant now() {
        return options.pace().now();
    }

    /** What an earlier process left open, before this one begins anything: later, its own runs would be among it. */
    private synchronized void settleOnce() throws InterruptedException {
        if (!settled) {
            engine.settleInterrupted();
            settled = true;
        }
    }

    private void demand(List<PlannedAction> actions) {
        var lacking = platforms.lacking(actions);
        if (!lacking.isEmpty()) {
            throw new WrongInput(
                    "the configuration has no platform " + String.join(", ", lacking) + ", which this acts on: add it");
        }
    }

    private static Refused unknown(RunId run) {
        return new Refused("the journal knows no run " + run);
    }
}
