package dev.cordon.scripted;

import dev.cordon.action.ActionKind;
import dev.cordon.action.PlatformName;
import dev.cordon.document.Schema;
import dev.cordon.document.Values;
import dev.cordon.plan.Platform;
import dev.cordon.plan.PlatformType;
import java.util.Map;
import java.util.Set;

/** The type of the scripted platform; opens the one that it was given. */
public record ScriptedType(Platform platform) implements PlatformType {

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
    public Platform open(PlatformName name, Values settings, Map<String, String> environment) {
        return platform;
    }

    @Override
    public Platform offline(PlatformName name) {
        return platform;
    }
}
