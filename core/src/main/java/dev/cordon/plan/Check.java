package dev.cordon.plan;

import static java.util.Objects.requireNonNull;

import dev.cordon.operation.Operation;
import dev.cordon.operation.Pointer;
import dev.cordon.operation.Value;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One look that tells whether the effect is in force. It reads the state, not the receipt.
 *
 * <p>Confirmed when all of {@code confirmed} hold; else pending when all of {@code pending} do (and there are any);
 * else not confirmed. A read that is cut short is unknown, never empty.
 *
 * @param settles how long an effect may take to show: only then is NOT_CONFIRMED believed
 * @param within how long it may stay PENDING
 * @param holds how long it must stay CONFIRMED before the action is completed
 * @param words what is confirmed, for a person; null where the tests speak for themselves
 * @param because where what was seen says why it is not confirmed, for a person; null where it does not
 */
public record Check(
        Read read,
        List<Test> confirmed,
        List<Test> pending,
        Duration settles,
        Duration within,
        Duration holds,
        @Nullable String words,
        @Nullable Pointer because) {

    public Check {
        requireNonNull(read, "read");
        requireNonNull(settles, "settles");
        requireNonNull(within, "within");
        requireNonNull(holds, "holds");
        confirmed = List.copyOf(confirmed);
        pending = List.copyOf(pending);
        Value.refuseSecrets(
                "what a check compares",
                Stream.concat(confirmed.stream(), pending.stream())
                        .map(Test::value)
                        .toList());
    }

    /** What must hold of a value for the test to pass. */
    public enum Is {
        EQUAL,
        DIFFERENT,
        ONE_OF,
        AT_LEAST
    }

    /** One comparison with what stands at {@code at}; a missing value is different from everything. */
    public record Test(Pointer at, Is is, Value value) {

        boolean holds(JsonNode seen) {
            var found = at.in(seen);
            return switch (is) {
                case EQUAL -> same(found, value);
                case DIFFERENT -> !same(found, value);
                case ONE_OF ->
                    value instanceof Value.Row(var items) && items.stream().anyMatch(item -> same(found, item));
                case AT_LEAST ->
                    found.isNumber()
                            && found.decimalValue().compareTo(value.json().decimalValue()) >= 0;
            };
        }

        /** By text: a tree tells an int from a long, a reader does not. */
        private static boolean same(JsonNode found, Value wanted) {
            return !found.isMissingNode()
                    && found.toString().equals(wanted.json().toString());
        }
    }

    /** Begins a check: {@code look(read).expect("/status", "SUSPENDED")}. */
    public static Check look(Operation operation) {
        return look(Read.of(operation));
    }

    public static Check look(Read read) {
        return new Check(read, List.of(), List.of(), Duration.ZERO, Duration.ofMinutes(5), Duration.ZERO, null, null);
    }

    public Check expect(String pointer, String value) {
        return expect(pointer, Is.EQUAL, Value.of(value));
    }

    public Check expect(String pointer, long value) {
        return expect(pointer, Is.EQUAL, Value.of(value));
    }

    public Check expect(String pointer, boolean value) {
        return expect(pointer, Is.EQUAL, Value.of(value));
    }

    public Check expect(String pointer, JsonNode value) {
        return expect(pointer, Is.EQUAL, Value.of(value));
    }

    public Check expect(String pointer, Is is, Value value) {
        return new Check(read, and(confirmed, pointer, is, value), pending, settles, within, holds, words, because);
    }

    public Check pending(String pointer, Is is, Value value) {
        return new Check(read, confirmed, and(pending, pointer, is, value), settles, within, holds, words, because);
    }

    public Check settles(Duration time) {
        return new Check(read, confirmed, pending, time, within, holds, words, because);
    }

    public Check within(Duration time) {
        return new Check(read, confirmed, pending, settles, time, holds, words, because);
    }

    public Check holds(Duration time) {
        return new Check(read, confirmed, pending, settles, within, time, words, because);
    }

    public boolean mayBePending() {
        return !pending.isEmpty();
    }

    /** What is confirmed, in words for a person, who else reads the tests. */
    public Check says(String what) {
        return new Check(read, confirmed, pending, settles, within, holds, what, because);
    }

    /** Where what was seen says why it is not confirmed. */
    public Check because(String pointer) {
        return new Check(read, confirmed, pending, settles, within, holds, words, new Pointer(pointer));
    }

    /** Why what was seen does not confirm, in its own words; empty where it says nothing. */
    public String reason(@Nullable JsonNode seen) {
        return because == null || seen == null ? "" : because.in(seen).stringValue("");
    }

    /** The same check with {@code promise} applied to each leaf that is not plain data yet. */
    public Check with(UnaryOperator<Value> promise) {
        var kept = new Read(read.operation().with(promise), read.view());
        return new Check(
                kept, with(confirmed, promise), with(pending, promise), settles, within, holds, words, because);
    }

    /**
     * What was seen, judged. Never UNKNOWN: that is a look which failed.
     *
     * @param seen what the read's view made of its whole answer
     * @throws IllegalStateException where a promise is left in the tests
     */
    public Verdict judge(JsonNode seen) {
        if (confirmed.stream().allMatch(test -> test.holds(seen))) {
            return Verdict.CONFIRMED;
        }
        var underWay = mayBePending() && pending.stream().allMatch(test -> test.holds(seen));
        return underWay ? Verdict.PENDING : Verdict.NOT_CONFIRMED;
    }

    private static List<Test> with(List<Test> tests, UnaryOperator<Value> promise) {
        return tests.stream()
                .map(test -> new Test(test.at(), test.is(), test.value().with(promise)))
                .toList();
    }

    private static List<Test> and(List<Test> tests, String pointer, Is is, Value value) {
        return Stream.concat(tests.stream(), Stream.of(new Test(new Pointer(pointer), is, value)))
                .toList();
    }
}
