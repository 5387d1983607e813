package dev.cordon.crash;

import dev.cordon.action.PlatformName;
import dev.cordon.operation.Transport;
import dev.cordon.plan.Connector;
import dev.cordon.plan.Platform;
import dev.cordon.plan.Reader;
import dev.cordon.plan.View;
import dev.cordon.scripted.Script;
import dev.cordon.scripted.ScriptedConnector;
import dev.cordon.scripted.ScriptedPlatform;
import java.util.List;
import java.util.Map;

/** The scripted platform with the vendor in another process. */
record VendorPlatform(Script script, Transport transport) implements Platform {

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
