package dev.cordon.execution;

import dev.cordon.operation.Operation;
import dev.cordon.operation.Value;
import dev.cordon.plan.PlannedAction;
import dev.cordon.plan.Step;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Refuses an action whose plan needs a generated secret where there is no key to seal it with. Pure. */
final class WantedSecrets {

    private WantedSecrets() {}

    /** Why, and what to do; empty where it needs none. */
    static Optional<String> refusal(PlannedAction action) {
        var names = new TreeSet<String>();
        action.plan().steps().stream()
                .flatMap(WantedSecrets::operations)
                .forEach(operation -> operation.with(promise -> {
                    if (promise instanceof Value.Secret secret) {
                        names.add(secret.name());
                    }
                    return promise;
                }));
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("it makes a secret (" + String.join(", ", names) + "), which has to be sealed: name a key"
                        + " in the configuration, 'sealing: {key: file:PATH}', that 'openssl rand -base64 32' made");
    }

    private static Stream<Operation> operations(Step step) {
        return Stream.of(step.apply(), step.cancel(), step.undo()).filter(Objects::nonNull);
    }
}
