package dev.cordon.lab.laws;

import dev.cordon.action.ActionId;
import dev.cordon.action.IncidentId;
import dev.cordon.document.Documents;
import dev.cordon.document.Place;
import dev.cordon.document.Problems;
import dev.cordon.execution.Candidates;
import dev.cordon.execution.Engine;
import dev.cordon.execution.Pace;
import dev.cordon.execution.Planner;
import dev.cordon.execution.Platforms;
import dev.cordon.execution.Rollback;
import dev.cordon.journal.At;
import dev.cordon.journal.DataFolder;
import dev.cordon.journal.Event;
import dev.cordon.journal.RunId;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import dev.cordon.operation.Operation;
import dev.cordon.plan.Canonical;
import dev.cordon.plan.PlannedPlaybook;
import dev.cordon.plan.Platform;
import dev.cordon.playbook.Conditions;
import dev.cordon.playbook.FailurePolicy;
import dev.cordon.playbook.Playbook;
import dev.cordon.playbook.PlaybookAction;
import dev.cordon.scripted.MortalJournal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/** A new engine with a new platform over a data folder: what one process is to a law. */
final class LawStand implements AutoCloseable {

    private final LawCase law;
    private final Pace pace;
    private final DataFolder data;
    private volatile boolean dead;
    private final TappedPlatform platform;
    private final Engine engine;
    private final List<Event> events = Collections.synchronizedList(new ArrayList<>());

    LawStand(LawCase law, Path folder, Pace pace) {
        this.law = law;
        this.pace = pace;
        this.platform = TappedPlatform.of(open(law));
        this.data = DataFolder.open(folder, pace.clock());
        var journal = new MortalJournal(data.journal(), () -> dead);
        this.engine = new Engine(
                new Platforms(List.of(platform)),
                journal,
                data.evidence(),
                pace,
                RandomGenerator.getDefault(),
                events::add);
    }

    static Platform open(LawCase law) {
        var problems = new Problems();
        var settings = Documents.yaml("settings", law.settings(), problems)
                .flatMap(node -> law.type().settings().read(node, Place.of("settings"), problems))
                .orElseThrow(() -> new IllegalArgumentException(problems.list().toString()));
        return law.type().open(law.platform(), settings, law.environment());
    }

    Tap tap() {
        return platform.transport();
    }

    Planner.Result draw(PlaybookAction action) {
        var candidates = new Candidates(new Platforms(List.of(platform)), List.of(law.type()));
        return Planner.online(candidates, pace).plan(playbook(action));
    }

    Planner.Result assume() {
        var candidates = new Candidates(new Platforms(List.of(platform)), List.of(law.type()));
        return Planner.offline(candidates, pace).plan(playbook(action(law)));
    }

    PlannedPlaybook plan() {
        return planned(draw(action(law)));
    }

    static PlannedPlaybook planned(Planner.Result result) {
        return switch (result) {
            case Planner.Result.Planned(var playbook) -> playbook;
            case Planner.Result.Refused(var refusals) -> throw new AssertionError(refusals.toString());
        };
    }

    static PlaybookAction action(LawCase law) {
        return new PlaybookAction(
                new ActionId("a"),
                Optional.of(law.platform()),
                List.of(),
                new Conditions(law.ttl(), law.waiver()),
                law.request());
    }

    private static Playbook playbook(PlaybookAction action) {
        return new Playbook(new IncidentId("INC-1"), "law", "analyst1", FailurePolicy.STOP, List.of(action));
    }

    RunState apply(PlannedPlaybook plan) throws InterruptedException {
        return engine.apply(plan, "analyst1");
    }

    RunState resume() throws InterruptedException {
        return engine.resume(run()).orElseThrow();
    }

    Rollback tryRollback() throws InterruptedException {
        return engine.rollback(run(), List.of(), "analyst1");
    }

    RunState rollback() throws InterruptedException {
        return switch (tryRollback()) {
            case Rollback.Tried(var state) -> state;
            case Rollback.Refused(var why) -> throw new AssertionError("rollback refused: " + why);
            case Rollback.Unknown() -> throw new AssertionError("the run is not known");
        };
    }

    /**
     * It died while it was still reading, or not at all and came to the end of its undo: there is nothing to roll back.
     */
    boolean nothingInForce() {
        return RunState.fold(data.journal().read(run())).orElseThrow().actions().values().stream()
                .allMatch(action -> action.status() == Status.PENDING || action.status() == Status.ROLLED_BACK);
    }

    /** Something that must not be sent twice was sent, and what came of it is not written: it may stay uncertain. */
    boolean onceIsOpen() {
        var open = new HashSet<At>();
        for (var entry : data.journal().read(run())) {
            switch (RunState.event(entry)) {
                case Event.Intended(var at, var operation) when !isRepeatable(operation) -> open.add(at);
                case Event.Answered(var at, var _) -> open.remove(at);
                default -> {}
            }
        }
        return !open.isEmpty();
    }

    private static boolean isRepeatable(JsonNode operation) {
        return Canonical.read(operation.toString(), Operation.class).terms().repeatable();
    }

    /** As if the process had died: from now on nothing is written, and whoever asks is thrown out. */
    void die() {
        dead = true;
        throw new Death();
    }

    RunId run() {
        return data.journal().runs().getFirst();
    }

    String events() {
        return List.copyOf(events).toString();
    }

    @Override
    public void close() {
        platform.close();
        data.close();
    }
}
