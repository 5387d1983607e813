package dev.cordon.paper;

import dev.cordon.action.ActionKind;
import dev.cordon.action.PlatformName;
import dev.cordon.document.Parameter;
import dev.cordon.document.Schema;
import dev.cordon.document.SecretRef;
import dev.cordon.document.SecretRef.Resolved;
import dev.cordon.document.Types;
import dev.cordon.document.Values;
import dev.cordon.plan.Platform;
import dev.cordon.plan.PlatformType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Needs a {@code desk}, a number of {@code sheets} if it is given, and a {@code password}; remembers what it opened.
 */
public final class PaperType implements PlatformType {

    private static final Parameter<String> DESK = Parameter.required("desk", Types.line(40), "Where it lies.");
    private static final Parameter<Integer> SHEETS =
            Parameter.defaulted("sheets", Types.integer(1, 99), 5, "How many there are.");
    private static final Parameter<SecretRef> PASSWORD =
            Parameter.required("password", Types.secret(), "What opens the drawer.");

    private final String name;
    private final List<PaperPlatform> opened = new ArrayList<>();

    public PaperType(String name) {
        this.name = name;
    }

    public List<PaperPlatform> opened() {
        return List.copyOf(opened);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Schema settings() {
        return Schema.of("a platform of type " + name, DESK, SHEETS, PASSWORD);
    }

    @Override
    public Set<ActionKind> carries() {
        return Set.of(ActionKind.LOCKDOWN_DATABASE);
    }

    @Override
    public Platform open(PlatformName platform, Values settings, Map<String, String> environment) {
        if (settings.get(PASSWORD).resolve(environment) instanceof Resolved.Unknown(var why)) {
            throw new IllegalArgumentException(why);
        }
        var open = new PaperPlatform(platform, name);
        opened.add(open);
        return open;
    }

    @Override
    public Platform offline(PlatformName platform) {
        return new PaperPlatform(platform, name);
    }
}
