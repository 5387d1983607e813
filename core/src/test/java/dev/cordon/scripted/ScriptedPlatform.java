package dev.cordon.scripted;

import dev.cordon.action.PlatformName;
import dev.cordon.operation.Command;
import dev.cordon.operation.Terms;
import dev.cordon.operation.Value;
import dev.cordon.plan.Asset;
import dev.cordon.plan.Connector;
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

    /** By standard input; twice is not once. The world then has {@code name: changed}. */
    public static Command password(String name, Value secret) {
        return new Command(Terms.once(NAME), List.of(Value.of("password"), Value.of(name)), secret, List.of(0));
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
        return List.of(new ScriptedConnector(script));
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
