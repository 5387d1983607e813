package dev.cordon.execution;

import dev.cordon.journal.At;
import dev.cordon.journal.Phase;
import dev.cordon.journal.RunId;
import dev.cordon.journal.SealedSecrets;
import dev.cordon.journal.SecretName;
import dev.cordon.operation.Operation;
import dev.cordon.operation.Value;
import dev.cordon.plan.Canonical;
import dev.cordon.plan.Check;
import dev.cordon.plan.Read;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Puts data in the place of promises, right before an operation is sent.
 *
 * @param saved what steps of this action saved; inside an {@code Each} the member's own before the action's
 * @param item the member at hand; null outside an {@code Each}
 * @param secrets where generated ones are made and kept
 * @param attempts the current attempt of a step of this action, by its name
 */
record Promises(
        RunId run,
        At at,
        Map<String, JsonNode> saved,
        @Nullable JsonNode item,
        ToIntFunction<String> attempts,
        SealedSecrets secrets) {

    /** For sending: a secret that is wanted for the first time is made and sealed by this. */
    Operation in(Operation operation) {
        return operation.with(
                promise -> promise instanceof Value.Secret wanted ? secrets.made(name(wanted), wanted) : kept(promise));
    }

    Read in(Read read) {
        return new Read(read.operation().with(this::kept), read.view());
    }

    Check in(Check check) {
        return check.with(this::kept);
    }

    private Value kept(Value promise) {
        return switch (promise) {
            case Value.Saved(var name) -> saved(name);
            case Value.Item(var pointer) -> {
                if (item == null) {
                    throw new BrokenPromise("nothing is at hand for item " + pointer.value());
                }
                yield Value.of(pointer.in(item));
            }
            case Value.Key(var of) -> key(of);
            case Value.Secret wanted -> toLookBy(wanted);
            case Value.Sealed _, Value.Plain _, Value.Tree _, Value.Row _, Value.Found _ ->
                promise; // an edit keeps what it finds itself
        };
    }

    /** Looking makes no secret. */
    private Value toLookBy(Value.Secret wanted) {
        var name = name(wanted);
        if (!secrets.holds(name)) {
            throw new BrokenPromise("secret '" + wanted.name() + "' is not there: revealed, or never made");
        }
        return new Value.Sealed(wanted.name(), name.under());
    }

    private SecretName name(Value.Secret wanted) {
        return new SecretName(run, at.action(), at.member(), wanted.name());
    }

    private Value saved(String name) {
        var value = saved.get(name);
        if (value == null) {
            throw new BrokenPromise("nothing was saved as '" + name + "'");
        }
        return Value.of(value);
    }

    /** A hash over run, action, step, member, phase and attempt: the same for the same attempt for ever. */
    private Value key(@Nullable String of) {
        var step = of == null ? at.step() : of;
        var phase = of == null ? at.phase() : Phase.APPLY;
        var attempt = of == null ? at.attempt() : attempts.applyAsInt(of);
        var parts = Stream.of(run.value(), at.action().value(), step, at.member() == null ? "" : at.member(), phase)
                .map(String::valueOf)
                .toList();
        return Value.of(Canonical.digest(new Named(parts, attempt)).value().substring(0, 32));
    }

    private record Named(List<String> parts, int attempt) {}

    /** A saved value that the step needs is missing: only a lost answer carried it. */
    static final class BrokenPromise extends RuntimeException {
        private static final long serialVersionUID = 1;

        BrokenPromise(String why) {
            super(why);
        }
    }
}
