package dev.cordon.scripted;

import dev.cordon.action.PlatformName;
import dev.cordon.operation.Transport;
import dev.cordon.plan.Connector;
import dev.cordon.plan.Platform;
import dev.cordon.plan.Reader;
import dev.cordon.plan.View;
import java.util.List;
import java.util.Map;

/** The scripted platform over whatever transport a test gives it. */
public record VendorPlatform(Script script, Transport transport) implements Platform {

    @Override
    public PlatformName name() {
        return ScriptedPlatform.NAME;
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
    public Map<String, View> views() {
        return Map.of();
    }

    @Override
    public List<Finding> examine(Reader reader) {
        return List.of();
    }

    @Override
    public void close() {}
}
