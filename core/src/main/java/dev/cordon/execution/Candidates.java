package dev.cordon.execution;

import dev.cordon.action.ActionKind;
import dev.cordon.action.PlatformName;
import dev.cordon.operation.NoEvidence;
import dev.cordon.plan.Platform;
import dev.cordon.plan.PlatformType;
import dev.cordon.playbook.PlaybookAction;
import java.util.List;
import java.util.Optional;

/**
 * Which platforms may carry an action: the one that {@code on} names; else those of the type that the request names;
 * else every configured one that can.
 *
 * @param configured opened from the configuration
 * @param types that this version knows
 */
public record Candidates(Platforms configured, List<PlatformType> types) {

    public Candidates {
        types = List.copyOf(types);
    }

    /** At least one platform, or why there is none. */
    sealed interface Choice {
        record Some(List<Platform> platforms) implements Choice {}

        record None(String why) implements Choice {}
    }

    Choice of(PlaybookAction action, boolean offline) {
        var kind = action.request().kind();
        if (action.on().isPresent()) {
            return named(action.on().get(), action);
        }
        var wanted = action.request().platformType();
        var able = typesThatCarry(kind, wanted);
        if (able.isEmpty()) {
            return new Choice.None(noConnector(kind, wanted));
        }
        var fitting = configured.all().stream()
                .filter(platform -> able.stream().anyMatch(type -> type.name().equals(platform.type())))
                .toList();
        if (!fitting.isEmpty()) {
            return new Choice.Some(fitting);
        }
        if (offline) {
            return new Choice.Some(List.of(
                    able.getFirst().offline(new PlatformName(able.getFirst().name()))));
        }
        return new Choice.None("no platform of type " + names(able) + " is configured; add one to cordon.yaml");
    }

    Looking looking(Platform platform, Pace pace) {
        return new Looking(new Sending(_ -> platform, new NoEvidence(), pace), pace);
    }

    private Choice named(PlatformName name, PlaybookAction action) {
        var platform = configured.named(name);
        if (platform.isEmpty()) {
            return new Choice.None("the configuration has no platform '" + name + "'");
        }
        var kind = action.request().kind();
        var wanted = action.request().platformType();
        var type = platform.get().type();
        if (wanted.isPresent() && !wanted.get().equals(type)) {
            return new Choice.None("'" + name + "' is of type " + type + ", the request asks for " + wanted.get());
        }
        if (Drawing.connector(platform.get(), action.request().getClass()).isEmpty()) {
            return new Choice.None(
                    "'" + name + "' is of type " + type + ", which does not carry " + kind.key() + " yet");
        }
        return new Choice.Some(List.of(platform.get()));
    }

    private List<PlatformType> typesThatCarry(ActionKind kind, Optional<String> wanted) {
        return types.stream()
                .filter(type -> type.carries().contains(kind))
                .filter(type -> wanted.isEmpty() || wanted.get().equals(type.name()))
                .toList();
    }

    private static String noConnector(ActionKind kind, Optional<String> wanted) {
        return wanted.map(type -> "no connector carries " + kind.key() + " on " + type + " yet")
                .orElse("no connector carries " + kind.key() + " yet");
    }

    private static String names(List<PlatformType> able) {
        return String.join(" or ", able.stream().map(PlatformType::name).toList());
    }
}
