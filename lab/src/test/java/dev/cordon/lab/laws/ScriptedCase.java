package dev.cordon.lab.laws;

import static dev.cordon.plan.Stage.stage;
import static dev.cordon.plan.Step.step;
import static dev.cordon.scripted.ScriptedPlatform.add;
import static dev.cordon.scripted.ScriptedPlatform.asset;
import static dev.cordon.scripted.ScriptedPlatform.list;
import static dev.cordon.scripted.ScriptedPlatform.remove;
import static dev.cordon.scripted.ScriptedPlatform.set;

import dev.cordon.action.ActionKind;
import dev.cordon.action.BlockTarget;
import dev.cordon.action.Cidr;
import dev.cordon.action.ContainmentRequest;
import dev.cordon.action.FirewallBlock;
import dev.cordon.action.PlatformName;
import dev.cordon.action.Reason;
import dev.cordon.document.Schema;
import dev.cordon.document.Values;
import dev.cordon.plan.Check;
import dev.cordon.plan.Draft;
import dev.cordon.plan.Plan;
import dev.cordon.plan.Platform;
import dev.cordon.plan.PlatformType;
import dev.cordon.plan.Step;
import dev.cordon.scripted.Script;
import dev.cordon.scripted.ScriptedPlatform;
import dev.cordon.scripted.ScriptedPlatform.Seen;
import dev.cordon.scripted.World;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** A case on the scripted platform, honest or, by its name, with one thing wrong. */
public class ScriptedCase implements LawCase {

    /** Honest, and both of its writes are under way at once. */
    static final String SIDE_BY_SIDE = "side by side";

    private static final String FOLDER = "cordon.test.world";

    private final String name;

    public ScriptedCase(String name) {
        this.name = name;
    }

    private World world() {
        return new World(Path.of(System.getProperty(FOLDER)));
    }

    static void folder(Path folder) {
        System.setProperty(FOLDER, folder.toString());
    }

    private Draft plan(Seen seen) {
        if ("locked".equals(seen.all().get("door"))) {
            return Plan.nothingToDo(asset("door"));
        }
        var plan = name.equals(SIDE_BY_SIDE) ? Plan.of(stage(lock(), count())) : Plan.of(lock(), count());
        return plan.note("assumed: nothing is locked");
    }

    private Step lock() {
        var lock = step("lock")
                .touches(asset("door"))
                .apply(set("door", "locked"))
                .check(Check.look(list()).expect("/all/door", "locked"));
        return switch (name) {
            case "undo forgets" -> lock.none("said plainly");
            case "undo leaves something" -> lock.undo(set("door", "open"));
            case "check is always content" -> lock.undo(remove("door")).check(Check.look(list()));
            default -> lock.undo(remove("door"));
        };
    }

    private Step count() {
        var check = Check.look(list()).expect("/all/n", "1").settles(Duration.ofSeconds(2));
        return step("count")
                .touches(asset("n"))
                .apply(add("n"))
                .undo(remove("n"))
                .check(check);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ContainmentRequest request() {
        return new FirewallBlock(
                new BlockTarget.Addresses(Cidr.parse("198.51.100.7")),
                FirewallBlock.Direction.BOTH,
                new Reason("law"),
                0);
    }

    @Override
    public PlatformType type() {
        return new Type();
    }

    @Override
    public PlatformName platform() {
        return ScriptedPlatform.NAME;
    }

    @Override
    public String settings() {
        return "{}";
    }

    @Override
    public Map<String, String> properties() {
        return Map.of(FOLDER, System.getProperty(FOLDER));
    }

    @Override
    public void reset() {
        var world = world();
        world.all().keySet().forEach(world::remove);
        world.set("house", "red");
    }

    @Override
    public String trueState() {
        return world().toString();
    }

    @Override
    public boolean inForce() {
        return "locked".equals(world().all().get("door"));
    }

    private final class Type implements PlatformType {

        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public Schema settings() {
            return Schema.of("scripted");
        }

        @Override
        public Set<ActionKind> carries() {
            return Set.of(ActionKind.FIREWALL_BLOCK);
        }

        @Override
        public Platform open(PlatformName platform, Values settings, Map<String, String> environment) {
            return offline(platform);
        }

        @Override
        public Platform offline(PlatformName platform) {
            return new ScriptedPlatform(world(), Clock.systemUTC(), Script.everything(ScriptedCase.this::plan));
        }
    }
}
