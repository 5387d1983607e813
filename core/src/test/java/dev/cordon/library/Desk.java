package dev.cordon.library;

import static dev.cordon.plan.Step.step;
import static dev.cordon.scripted.ScriptedPlatform.asset;
import static dev.cordon.scripted.ScriptedPlatform.list;
import static dev.cordon.scripted.ScriptedPlatform.remove;
import static dev.cordon.scripted.ScriptedPlatform.set;

import dev.cordon.plan.Check;
import dev.cordon.plan.Plan;
import dev.cordon.report.ContainmentAction;
import dev.cordon.scripted.Script;
import dev.cordon.scripted.ScriptedPlatform;
import dev.cordon.scripted.ScriptedType;
import dev.cordon.scripted.VirtualPace;
import dev.cordon.scripted.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Cordon on one scripted platform, whose blocks lock doors; {@link #restart} is another process. */
final class Desk implements AutoCloseable {

    final VirtualPace pace = new VirtualPace();
    final World world;
    final Path configuration;
    final Path data;
    ScriptedPlatform platform;
    Cordon cordon;

    Desk(Path folder) throws IOException {
        world = new World(folder.resolve("world"));
        configuration =
                Files.writeString(folder.resolve("cordon.yaml"), "platforms:\n  scripted: { type: scripted }\n");
        data = folder.resolve("data");
        platform = platform();
        cordon = open();
    }

    Cordon open() {
        return Cordon.open(configuration, data, options());
    }

    CordonOptions options() {
        return CordonOptions.ofProcess(List.of(new ScriptedType(platform)))
                .environment(Map.of())
                .user("responder")
                .pace(pace);
    }

    Desk restart() {
        cordon.close();
        platform = platform();
        cordon = open();
        return this;
    }

    NetworkContainment network() {
        return new NetworkContainment(cordon);
    }

    /** Plans to lock a door; the reason says which. */
    ContainmentAction lock(String door) {
        return network().firewallBlock("198.51.100.1", "ip", "both", door);
    }

    ContainmentAction lock(String door, String id) {
        return new NetworkContainment(cordon.planner().id(id)).firewallBlock("198.51.100.1", "ip", "both", door);
    }

    static ContainmentPlaybook playbook() {
        return new ContainmentPlaybook("INC-1", "Break-in", "analyst1");
    }

    private ScriptedPlatform platform() {
        return new ScriptedPlatform(
                world,
                pace.clock(),
                Script.several(Stream.of("door", "gate", "hatch")
                        .collect(Collectors.toMap(Function.identity(), Desk::locked))));
    }

    private static Plan locked(String name) {
        var bolt = name + ".bolt";
        return Plan.of(step("lock")
                .touches(asset(bolt))
                .apply(set(bolt, "locked"))
                .undo(remove(bolt))
                .check(Check.look(list()).expect("/all/" + bolt, "locked")));
    }

    @Override
    public void close() {
        cordon.close();
    }
}
