package dev.cordon.scripted;

import dev.cordon.action.FirewallBlock;
import dev.cordon.plan.Connector;
import dev.cordon.plan.Discovery;
import dev.cordon.plan.Draft;
import dev.cordon.plan.Reader;
import dev.cordon.scripted.ScriptedPlatform.Seen;
import java.util.Map;
import java.util.TreeMap;

/** Discovers by {@code list} what concerns an action, and draws up whatever plan the test's {@link Script} gives. */
public record ScriptedConnector(Script script) implements Connector<FirewallBlock, Seen> {

    @Override
    public Class<FirewallBlock> carries() {
        return FirewallBlock.class;
    }

    @Override
    public Discovery<Seen> discover(FirewallBlock request, Reader reader) {
        var all = new TreeMap<String, String>();
        reader.read(ScriptedPlatform.list()).at("/all").forEachEntry((name, value) -> {
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
}
