package dev.cordon.scripted;

import dev.cordon.action.ActionId;
import dev.cordon.action.BlockTarget;
import dev.cordon.action.Cidr;
import dev.cordon.action.FirewallBlock;
import dev.cordon.action.IncidentId;
import dev.cordon.action.Reason;
import dev.cordon.execution.Candidates;
import dev.cordon.execution.Engine;
import dev.cordon.execution.Planner;
import dev.cordon.execution.Platforms;
import dev.cordon.execution.Rollback;
import dev.cordon.journal.DataFolder;
import dev.cordon.journal.Journal;
import dev.cordon.journal.RunId;
import dev.cordon.journal.RunState;
import dev.cordon.operation.NoEvidence;
import dev.cordon.plan.Draft;
import dev.cordon.plan.Plan;
import dev.cordon.plan.Planned;
import dev.cordon.plan.PlannedPlaybook;
import dev.cordon.playbook.Conditions;
import dev.cordon.playbook.FailurePolicy;
import dev.cordon.playbook.Playbook;
import dev.cordon.playbook.PlaybookAction;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/** An engine on a data folder, with one scripted platform and virtual time; {@link #restart} is another process. */
public final class Stand implements AutoCloseable {

    private final Path folder;
    private final Function<ScriptedPlatform.Seen, Draft> plans;
    public final VirtualPace pace = new VirtualPace();
    public final World world;
    public ScriptedPlatform platform;
    private final Random random = new Random(7);
    private DataFolder data;

    public Stand(Path folder, Function<ScriptedPlatform.Seen, Draft> plans) {
        this.folder = folder;
        this.plans = plans;
        this.world = new World(folder.resolve("world"));
        this.platform = new ScriptedPlatform(world, pace.clock(), plans);
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
        platform = new ScriptedPlatform(world, pace.clock(), plans);
        data = DataFolder.open(folder.resolve("data"), pace.clock());
        return this;
    }

    public Journal journal() {
        return data.journal();
    }

    public Engine engine() {
        var journal = new MortalJournal(data.journal(), platform.transport()::dead);
        return new Engine(new Platforms(List.of(platform)), journal, new NoEvidence(), pace, random, _ -> {});
    }

    public static PlaybookAction action(String id, String... after) {
        var request = new FirewallBlock(
                new BlockTarget.Addresses(Cidr.parse("198.51.100.7")),
                FirewallBlock.Direction.BOTH,
                new Reason("test"),
                0);
        return new PlaybookAction(
                new ActionId(id),
                Optional.empty(),
                List.of(after).stream().map(ActionId::new).toList(),
                Conditions.NONE,
                request);
    }

    public Planner.Result draw(FailurePolicy policy, PlaybookAction... actions) {
        var playbook = new Playbook(new IncidentId("INC-1"), "test", "analyst1", policy, List.of(actions));
        var candidates = new Candidates(new Platforms(List.of(platform)), List.of(new ScriptedType(platform)));
        return Planner.online(candidates, pace).plan(playbook);
    }

    public PlannedPlaybook plan(FailurePolicy policy) {
        return switch (draw(policy, action("a"))) {
            case Planner.Result.Planned(var playbook) -> playbook;
            case Planner.Result.Refused(var refusals) -> throw new AssertionError(refusals.toString());
        };
    }

    public RunState apply() throws InterruptedException {
        return apply(FailurePolicy.STOP);
    }

    public RunState apply(FailurePolicy policy) throws InterruptedException {
        return engine().apply(plan(policy), "analyst1");
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
