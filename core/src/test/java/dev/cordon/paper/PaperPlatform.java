package dev.cordon.paper;

import dev.cordon.action.PlatformName;
import dev.cordon.operation.Answer;
import dev.cordon.operation.Command;
import dev.cordon.operation.Operation;
import dev.cordon.operation.Transport;
import dev.cordon.operation.Value;
import dev.cordon.plan.Connector;
import dev.cordon.plan.Platform;
import dev.cordon.plan.Reader;
import dev.cordon.plan.View;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Renders a command as its words behind the platform's name: {@code app-db$ close orders}. */
public final class PaperPlatform implements Platform {

    private final PlatformName name;
    private final String type;
    private boolean closed;

    PaperPlatform(PlatformName name, String type) {
        this.name = name;
        this.type = type;
    }

    public boolean closed() {
        return closed;
    }

    @Override
    public PlatformName name() {
        return name;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public List<Connector<?, ?>> connectors() {
        return List.of();
    }

    @Override
    public Transport transport() {
        return new Transport() {
            @Override
            public Answer run(Operation operation) {
                throw new AssertionError("nothing runs on paper: " + render(operation));
            }

            @Override
            public Duration patience() {
                return Duration.ZERO;
            }

            @Override
            public String render(Operation operation) {
                var words = ((Command) operation)
                        .argv().stream().map(PaperPlatform::word).toList();
                return name + "$ " + String.join(" ", words);
            }
        };
    }

    private static String word(Value value) {
        return switch (value) {
            case Value.Saved(var saved) -> "${" + saved + "}";
            case Value.Found(var at) -> "${found" + at.value() + "}";
            case Value.Item(var at) -> "${item" + at.value() + "}";
            case Value.Key _ -> "${key}";
            case Value.Secret(var secret, var _, var _) -> "${secret:" + secret + "}";
            case Value.Sealed(var secret, var _) -> "${secret:" + secret + "}";
            case Value.Plain _, Value.Tree _, Value.Row _ -> value.text();
        };
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
    public void close() {
        closed = true;
    }
}
