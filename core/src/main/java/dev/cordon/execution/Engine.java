package dev.cordon.execution;

import dev.cordon.action.ActionId;
import dev.cordon.action.ActionKind;
import dev.cordon.action.ContainmentRequest;
import dev.cordon.document.Reading;
import dev.cordon.execution.Drawing.Drawn;
import dev.cordon.journal.ActionState;
import dev.cordon.journal.Consent;
import dev.cordon.journal.Event;
import dev.cordon.journal.Journal;
import dev.cordon.journal.RunId;
import dev.cordon.journal.RunInUse;
import dev.cordon.journal.RunJournal;
import dev.cordon.journal.RunState;
import dev.cordon.journal.SealedSecrets;
import dev.cordon.journal.Status;
import dev.cordon.operation.EvidenceStore;
import dev.cordon.plan.PlannedAction;
import dev.cordon.plan.PlannedPlaybook;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Applies playbooks, resumes what was interrupted, and rolls back. Everything that it does is in the journal first.
 *
 * <p>One caller at a time works on one run: who has it is the journal's to say (a {@link dev.cordon.journal.Claim}). A
 * {@link dev.cordon.journal.JournalException} ends the work at once: nothing that was not written is sent. Asked to
 * stop by its {@link Pace}, it throws {@link InterruptedException} when what was sent is answered and written; the run
 * stays open, and {@link #resume} goes on.
 */
public final class Engine {

    private static final String LATE = "expiry";
    private static final String STAYS = "it cannot be undone, and stays";

    private final Platforms platforms;
    private final Journal journal;
    private final EvidenceStore evidence;
    private final SealedSecrets secrets;
    private final Pace pace;
    private final RandomGenerator random;
    private final Consumer<Event> listener;
    private final OpenRuns runs;

    /** @param listener is told each event once it is durable; must not throw */
    public Engine(
            Platforms platforms,
            Journal journal,
            EvidenceStore evidence,
            Pace pace,
            RandomGenerator random,
            Consumer<Event> listener) {
        this(platforms, journal, evidence, SealedSecrets.NONE, pace, random, listener);
    }

    /**
     * One whose actions may make passwords.
     *
     * @param secrets where they are sealed
     */
    public Engine(
            Platforms platforms,
            Journal journal,
            EvidenceStore evidence,
            SealedSecrets secrets,
            Pace pace,
            RandomGenerator random,
            Consumer<Event> listener) {
        this.platforms = platforms;
        this.journal = journal;
        this.evidence = evidence;
        this.secrets = secrets;
        this.pace = pace;
        this.random = random;
        this.listener = listener;
        this.runs = new OpenRuns(journal, pace.clock(), listener);
    }

    /**
     * Applies the actions, side by side where nothing keeps one waiting, until all have ended or one fails. Where the rules
     * want other people's word first, nothing is done yet and the run waits for it.
     */
    public RunState apply(PlannedPlaybook plan, String by) throws InterruptedException {
        return apply(plan, by, _ -> {});
    }

    /** @param accepted is told the run before anything of it is sent */
    public RunState apply(PlannedPlaybook plan, String by, Consumer<RunId> accepted) throws InterruptedException {
        return runs.with(accepted(plan, by), run -> {
            accepted.accept(run.run());
            return goOn(run);
        });
    }

    /** Begins a run, of which nothing is done yet, for whoever resumes it. */
    public RunId accept(PlannedPlaybook plan, String by) {
        return runs.with(accepted(plan, by), RunJournal::run);
    }

    /** Does nothing with the run but say when somebody is to look at it again; nothing where it is not known. */
    public void lookedAt(RunId run) {
        runs.with(run, RunJournal::state);
    }

    private RunJournal accepted(PlannedPlaybook plan, String by) {
        var id = RunId.next(pace.clock(), random);
        return RunJournal.accept(journal, pace.clock(), listener, id, new Event.Accepted(plan, by, asked(plan)));
    }

    private Consent.@Nullable Asked asked(PlannedPlaybook plan) {
        return platforms
                .guard()
                .approval()
                .of(plan)
                .map(need -> new Consent.Asked(
                        need.approvers(), pace.now().plus(need.within()).truncatedTo(ChronoUnit.SECONDS), need.why()))
                .orElse(null);
    }

    /** Goes on where an interrupted run stopped; empty for a run that is not known. */
    public Optional<RunState> resume(RunId run) throws InterruptedException {
        return runs.with(run, this::goOn);
    }

    /**
     * Undoes the actions of a run, the last begun first. A run of which something is under way still stays open.
     *
     * @param chosen only these; all of the run where empty
     */
    public Rollback rollback(RunId run, List<ActionId> chosen, String by) throws InterruptedException {
        return runs.with(run, opened -> rollback(opened, chosen, by)).orElseGet(Rollback.Unknown::new);
    }

    private Rollback rollback(RunJournal run, List<ActionId> chosen, String by) throws InterruptedException {
        var state = run.state();
        var actions = state.lastBegunFirst().stream()
                .filter(action -> chosen.isEmpty() || chosen.contains(action.id()))
                .filter(action -> undoable(state.action(action.id())))
                .toList();
        if (chosen.isEmpty() && actions.isEmpty() && !state.closed()) {
            return new Rollback.Tried(undo(run, actions, by)); // it was cut off before anything began
        }
        var refusal = refuse(state, chosen, actions);
        return refusal.isPresent() ? new Rollback.Refused(refusal.get()) : new Rollback.Tried(undo(run, actions, by));
    }

    private Optional<String> refuse(RunState state, List<ActionId> chosen, List<PlannedAction> actions) {
        if (actions.isEmpty()) {
            return Optional.of(nothingInForce(state, chosen));
        }
        if (actions.stream().noneMatch(action -> leftToUndo(state, action))) {
            return Optional.of("nothing in it can be undone");
        }
        return new Stack(journal).above(state, actions);
    }

    private static String nothingInForce(RunState state, List<ActionId> chosen) {
        var byHand = state.actions().entrySet().stream()
                .filter(action -> chosen.isEmpty() || chosen.contains(action.getKey()))
                .anyMatch(action -> action.getValue().byHandAlone());
        return byHand
                ? "nothing of it is Cordon's: what was done by hand is taken back by hand"
                : "nothing of it is in force";
    }

    private RunState undo(RunJournal run, List<PlannedAction> actions, String by) throws InterruptedException {
        mark(run, actions, by);
        undoMarked(run, actions);
        return close(run);
    }

    /** All are marked before one is undone: wherever this is cut off, the journal says what is still to be undone. */
    private static void mark(RunJournal run, List<PlannedAction> actions, String by) {
        for (var action : actions) {
            if (leftToUndo(run.state(), action)) {
                run.write(new Event.Undoing(action.id(), by));
            } else {
                sayThatItStays(run, action);
            }
        }
    }

    private static void sayThatItStays(RunJournal run, PlannedAction action) {
        var state = run.state().action(action.id());
        if (!state.note().endsWith(STAYS)) {
            var note = state.note().isEmpty() ? STAYS : state.note() + "; " + STAYS;
            run.write(new Event.Stands(action.id(), state.status(), note));
        }
    }

    private void undoMarked(RunJournal run, List<PlannedAction> lastBegunFirst) throws InterruptedException {
        for (var action : lastBegunFirst) {
            if (run.state().action(action.id()).status() == Status.ROLLING_BACK) {
                actionRun(run, action).undo();
            }
        }
    }

    /** Whether it was a playbook's {@code on_failure} that asked for an undo, and no person. */
    public static boolean isFailurePolicy(String by) {
        return OnFailure.isPolicy(by);
    }

    /** Also what was to be temporary, or is but evidence, where apply did not come to its end. */
    private static boolean leftToUndo(RunState state, PlannedAction action) {
        return switch (state.action(action.id()).status()) {
            case IN_PROGRESS, ROLLING_BACK -> true;
            case FAILED, UNCERTAIN -> action.canBeUndone() || leavesAStepToUndo(state, action);
            default -> action.canBeUndone();
        };
    }

    private static boolean leavesAStepToUndo(RunState state, PlannedAction action) {
        return action.plan().steps().stream()
                .filter(step -> step.undo() != null)
                .anyMatch(step -> state.action(action.id()).mayBeInForce(step.name()));
    }

    /** A person stopped this run on purpose: nobody goes on with it by itself. Nothing where it has ended. */
    public void stopped(RunId run, String by) {
        runs.with(run, opened -> {
            if (!opened.state().closed()) {
                opened.write(new Event.Stopped(by));
            }
            return opened.state();
        });
    }

    /** The runs that nobody finished, the last first. */
    public List<RunState> interrupted() {
        return Interrupted.in(journal);
    }

    /** Settles what interrupted runs left open, by reading alone, and names those runs. */
    public List<RunState> settleInterrupted() throws InterruptedException {
        var settled = new ArrayList<RunState>();
        for (var state : interrupted()) {
            try {
                runs.with(state.id(), this::settle).ifPresent(settled::add);
            } catch (RunInUse e) {
                // Somebody goes on with it: it is interrupted no more.
            }
        }
        return settled;
    }

    private RunState settle(RunJournal run) throws InterruptedException {
        for (var action : run.state().plan().actions()) {
            if (platforms.named(action.on()).isPresent()) {
                actionRun(run, action).settle();
            }
        }
        return run.state();
    }

    private static boolean undoable(ActionState state) {
        return switch (state.status()) {
            case COMPLETED, FAILED, UNCERTAIN, IN_PROGRESS, ROLLING_BACK -> !state.byHandAlone();
            case PENDING, AWAITING_APPROVAL, ROLLED_BACK -> false;
        };
    }

    private RunState goOn(RunJournal run) throws InterruptedException {
        if (!mayGoOn(run)) {
            return run.state();
        }
        if (!run.state().closed()) {
            new InTurn(run.state().plan().actions(), action -> apply(run, action)).run();
            giveWay(run);
        }
        undoMarked(run, run.state().lastBegunFirst());
        return close(run);
    }

    /** What people said counts for a time: what has not begun by then does not begin. */
    private boolean mayGoOn(RunJournal run) {
        var state = run.state();
        var late = state.begun().isEmpty() && state.consent().isOver(pace.now());
        if (late && !state.closed()) {
            run.write(new Event.Rejected(LATE, "it was approved, and had not begun when its time was over"));
        }
        return !late && state.consent().isGiven();
    }

    private void apply(RunJournal run, PlannedAction action) throws InterruptedException {
        var underWay = run.state().action(action.id()).status() == Status.IN_PROGRESS;
        if (underWay || new OnFailure(run.state()).mayBegin(action)) {
            pace.stopIfAsked();
            actionRun(run, action).apply();
        }
    }

    /** What the failure policy wants, once nothing is under way any more. */
    private static void giveWay(RunJournal run) {
        var policy = new OnFailure(run.state());
        mark(run, policy.toUndo(), policy.by());
        run.state().plan().actions().stream()
                .filter(action -> run.state().action(action.id()).status() == Status.PENDING)
                .forEach(
                        action -> run.write(new Event.Stands(action.id(), Status.PENDING, policy.whyNotBegun(action))));
    }

    /** Where something is under way still, after only a part was undone, the run stays open. */
    private static RunState close(RunJournal run) {
        var state = run.state();
        if (state.actions().values().stream().noneMatch(action -> action.status() == Status.IN_PROGRESS)) {
            run.write(new Event.Closed(Closing.of(state)));
        }
        return run.state();
    }

    ActionRun actionRun(RunJournal run, PlannedAction action) {
        var sending = new Sending(platforms::required, evidence, secrets, pace);
        var looking = new Looking(sending, pace);
        var work = new Work(run, sending, looking, pace, platforms.guard(), pace.elapsed());
        return new ActionRun(work, action, redraw(action, looking));
    }

    private Supplier<Drawn> redraw(PlannedAction action, Looking looking) {
        var kind = ActionKind.of(action.action()).orElseThrow();
        var request = switch (ContainmentRequest.read(kind, action.request())) {
            case Reading.Read<ContainmentRequest>(var read) -> read;
            case Reading.Wrong<ContainmentRequest>(var problems) ->
                throw new IllegalStateException("this version cannot read a stored request: " + problems);
        };
        var connector = Drawing.connector(platforms.required(action.on()), request.getClass())
                .orElseThrow();
        return () -> Drawing.draw(connector, request, action.conditions(), looking.reader());
    }
}
