package dev.cordon.lab.laws;

import dev.cordon.action.PlatformName;
import dev.cordon.plan.Connector;
import dev.cordon.plan.Platform;
import dev.cordon.plan.Reader;
import dev.cordon.plan.View;
import java.util.List;
import java.util.Map;

/** A real platform with a {@link Tap} in front of its transport. */
record TappedPlatform(Platform real, Tap transport) implements Platform {

    static TappedPlatform of(Platform real) {
        return new TappedPlatform(real, new Tap(real.transport()));
    }

    @Override
    public PlatformName name() {
        return real.name();
    }

    @Override
    public String type() {
        return real.type();
    }

    @Override
    public List<Connector<?, ?>> connectors() {
        return real.connectors();
    }

    @Override
    public Map<String, View> views() {
        return real.views();
    }

    @Override
    public List<Finding> examine(Reader reader) {
        return real.examine(reader);
    }

    @Override
    public void close() {
        real.close();
    }
}
