package dev.cordon.scripted;

import dev.cordon.action.ActionId;
import dev.cordon.action.BlockTarget;
import dev.cordon.action.Cidr;
import dev.cordon.action.FirewallBlock;
import dev.cordon.action.IncidentId;
import dev.cordon.action.Reason;
import dev.cordon.execution.Candidates;
import dev.cordon.execution.Engine;
import dev.cordon.execution.LookedAt;
import dev.cordon.execution.Planner;
import dev.cordon.execution.Platforms;
import dev.cordon.execution.Rollback;
import dev.cordon.execution.Round;
import dev.cordon.execution.Timers;
import dev.cordon.execution.Vigils;
import dev.cordon.journal.DataFolder;
import dev.cordon.journal.Journal;
import dev.cordon.journal.RunId;
import dev.cordon.journal.RunState;
import dev.cordon.journal.SealedFiles;
import dev.cordon.journal.SealingKey;
import dev.cordon.operation.NoEvidence;
import dev.cordon.plan.Draft;
import dev.cordon.plan.Plan;
import dev.cordon.plan.Planned;
import dev.cordon.plan.PlannedAction;
import dev.cordon.plan.PlannedPlaybook;
import dev.cordon.playbook.Conditions;
import dev.cordon.playbook.FailurePolicy;
import dev.cordon.playbook.Playbook;
import dev.cordon.playbook.PlaybookAction;
import dev.cordon.playbook.Watch;
import dev.cordon.policy.Guard;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/** An engine on a data folder, with one scripted platform and virtual time; {@link #restart} is another process. */
public final class Stand implements AutoCloseable {

    private final Path folder;
    private final Script script;
    public final VirtualPace pace = new VirtualPace();
    public final World world;
    public ScriptedPlatform platform;

    /** Over both, plan and apply. */
    public Guard guard = Guard.NONE;

    /** With which generated passwords are sealed. */
    public Optional<SealingKey> sealing = Optional.empty();

    private final Random random = new Random(7);
    private DataFolder data;
    private LookedAt lookedAt = new LookedAt(pace.now());

    public Stand(Path folder, Function<ScriptedPlatform.Seen, Draft> plans) {
        this(folder, Script.everything(plans));
    }

    public Stand(Path folder, Script script) {
        this.folder = folder;
        this.script = script;
        this.world = new World(folder.resolve("world"));
        this.platform = new ScriptedPlatform(world, pace.clock(), script);
        this.data = DataFolder.open(folder.resolve("data"), pace.clock());
    }

    /** Always these parts. */
    public static Stand of(Path folder, Planned... parts) {
        var plan = Plan.of(parts);
        return new Stand(folder, _ -> plan);
    }

    /** A new process over the same files and the same world, in which everything goes well. */
    public Stand restart() {
        data.close();
        pace.restart();
        lookedAt = new LookedAt(pace.now());
        platform = new ScriptedPlatform(world, pace.clock(), script);
        data = DataFolder.open(folder.resolve("data"), pace.clock());
        return this;
    }

    public Journal journal() {
        return data.journal();
    }

    public Engine engine() {
        return new Engine(platforms(), mortal(), new NoEvidence(), sealed(), pace, random, _ -> {});
    }

    public SealedFiles sealed() {
        return data.sealed(sealing);
    }

    public Timers timers() {
        return new Timers(engine(), platforms(), mortal(), pace, _ -> {});
    }

    /** What a worker does when it finds something to do. */
    public Round round() {
        return new Round(engine(), timers(), vigils(), platforms(), mortal(), pace);
    }

    public Vigils vigils() {
        return new Vigils(engine(), platforms(), mortal(), pace, lookedAt, _ -> {});
    }

    private Platforms platforms() {
        return new Platforms(List.of(platform), guard, sealing);
    }

    private Journal mortal() {
        return new MortalJournal(data.journal(), platform.transport()::dead);
    }

    /** Its reason is its id. */
    public static PlaybookAction action(String id, String... after) {
        var request = new FirewallBlock(
                new BlockTarget.Addresses(Cidr.parse("198.51.100.7")), FirewallBlock.Direction.BOTH, new Reason(id), 0);
        return new PlaybookAction(
                new ActionId(id),
                Optional.empty(),
                List.of(after).stream().map(ActionId::new).toList(),
                Conditions.NONE,
                request);
    }

    /** The same, undone by itself after this time. */
    public static PlaybookAction lasting(Duration time, PlaybookAction action) {
        return new PlaybookAction(
                action.id(),
                action.on(),
                action.after(),
                new Conditions(Optional.of(time), Optional.empty()),
                action.request());
    }

    /** The same, looked at so while it is in force. */
    public static PlaybookAction watched(Watch watch, PlaybookAction action) {
        return new PlaybookAction(
                action.id(),
                action.on(),
                action.after(),
                new Conditions(action.conditions().ttl(), Optional.empty(), watch),
                action.request());
    }

    public Planner.Result draw(FailurePolicy policy, PlaybookAction... actions) {
        var playbook = new Playbook(new IncidentId("INC-1"), "test", "analyst1", policy, List.of(actions));
        var candidates = new Candidates(platforms(), List.of(new ScriptedType(platform)));
        return Planner.online(candidates, pace).plan(playbook);
    }

    public PlannedPlaybook plan(FailurePolicy policy) {
        return plan(policy, action("a"));
    }

    public PlannedPlaybook plan(FailurePolicy policy, PlaybookAction... actions) {
        return switch (draw(policy, actions)) {
            case Planner.Result.Planned(var playbook) -> playbook;
            case Planner.Result.Refused(var refusals) -> throw new AssertionError(refusals.toString());
        };
    }

    /** As {@link #plan}, also where several work on one asset, which the planner refuses. */
    public PlannedPlaybook planEach(FailurePolicy policy, PlaybookAction... actions) {
        var whole = plan(policy, action(actions[0].id().value()));
        return new PlannedPlaybook(
                whole.format(),
                whole.incidentId(),
                whole.name(),
                whole.analyst(),
                whole.createdAt(),
                policy,
                Stream.of(actions).map(this::planAlone).toList());
    }

    private PlannedAction planAlone(PlaybookAction action) {
        return plan(FailurePolicy.STOP, action(action.id().value()))
                .actions()
                .getFirst()
                .after(action.after());
    }

    public RunState apply() throws InterruptedException {
        return apply(FailurePolicy.STOP);
    }

    public RunState apply(FailurePolicy policy) throws InterruptedException {
        return apply(policy, action("a"));
    }

    public RunState apply(FailurePolicy policy, PlaybookAction... actions) throws InterruptedException {
        return engine().apply(plan(policy, actions), "analyst1");
    }

    public RunState resume() throws InterruptedException {
        return engine().resume(run()).orElseThrow();
    }

    public Rollback rollback() throws InterruptedException {
        return engine().rollback(run(), List.of(), "analyst1");
    }

    /** The last one. */
    public RunId run() {
        return data.journal().runs().getFirst();
    }

    @Override
    public void close() {
        data.close();
    }
}
