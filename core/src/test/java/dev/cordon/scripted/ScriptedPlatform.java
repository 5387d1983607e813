package dev.cordon.scripted;

import dev.cordon.action.FirewallBlock;
import dev.cordon.action.PlatformName;
import dev.cordon.operation.Command;
import dev.cordon.operation.Terms;
import dev.cordon.operation.Value;
import dev.cordon.plan.Asset;
import dev.cordon.plan.Connector;
import dev.cordon.plan.Discovery;
import dev.cordon.plan.Draft;
import dev.cordon.plan.Facts;
import dev.cordon.plan.Platform;
import dev.cordon.plan.Reader;
import dev.cordon.plan.View;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A platform whose only connector draws up whatever plan the test's {@link Script} gives. */
public final class ScriptedPlatform implements Platform {

    public static final PlatformName NAME = new PlatformName("scripted");

    /** What is in the world, as far as it concerns the action. */
    public record Seen(Map<String, String> all) implements Facts {
        public Seen {
            all = new TreeMap<>(all);
        }
    }

    private final ScriptedTransport transport;
    private final Script script;

    public ScriptedPlatform(World world, Clock clock, Script script) {
        this.transport = new ScriptedTransport(world, clock);
        this.script = script;
    }

    public static Command set(String name, String value) {
        return command(Terms.write(NAME), "set", name, value);
    }

    /** Twice is not once. */
    public static Command add(String name) {
        return command(Terms.once(NAME), "add", name);
    }

    public static Command remove(String name) {
        return command(Terms.write(NAME), "remove", name);
    }

    /** Answers {@code {"all": {name: value}}}. */
    public static Command list() {
        return command(Terms.read(NAME), "list");
    }

    public static Asset asset(String name) {
        return new Asset(NAME, "thing", name, List.of(name));
    }

    private static Command command(Terms terms, String... words) {
        return new Command(terms, Stream.of(words).map(Value::of).toList(), null, List.of(0));
    }

    @Override
    public PlatformName name() {
        return NAME;
    }

    @Override
    public String type() {
        return "scripted";
    }

    @Override
    public List<Connector<?, ?>> connectors() {
        return List.of(new Connector<FirewallBlock, Seen>() {
            @Override
            public Class<FirewallBlock> carries() {
                return FirewallBlock.class;
            }

            @Override
            public Discovery<Seen> discover(FirewallBlock request, Reader reader) {
                var all = new TreeMap<String, String>();
                reader.read(list()).at("/all").forEachEntry((name, value) -> {
                    if (script.concerns(request, name)) {
                        all.put(name, value.stringValue());
                    }
                });
                return new Discovery.Found<>(new Seen(all), "everything");
            }

            @Override
            public Seen assume(FirewallBlock request) {
                return new Seen(Map.of());
            }

            @Override
            public Draft plan(FirewallBlock request, Seen seen) {
                return script.plan(request, seen);
            }
        });
    }

    @Override
    public ScriptedTransport transport() {
        return transport;
    }

    @Override
    public Map<String, View> views() {
        return Map.of("members", (answer, _) -> Members.of(answer));
    }

    @Override
    public List<Finding> examine(Reader reader) {
        return List.of();
    }

    @Override
    public void close() {}
}
