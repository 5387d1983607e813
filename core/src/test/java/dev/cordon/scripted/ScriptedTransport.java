package dev.cordon.scripted;

import dev.cordon.operation.Answer;
import dev.cordon.operation.Command;
import dev.cordon.operation.Operation;
import dev.cordon.operation.Transport;
import dev.cordon.operation.Value;
import dev.cordon.operation.VendorText;
import dev.cordon.plan.Canonical;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Understands {@code set}, {@code add}, {@code remove}, {@code get}, {@code password} and {@code list}; each call's fate comes
 * from the test.
 */
public final class ScriptedTransport implements Transport {

    private final World world;
    private final Clock clock;
    private final List<Call> calls = new ArrayList<>();
    private volatile Function<Call, Fate> script = _ -> Fate.FINE;
    private volatile boolean dead;

    ScriptedTransport(World world, Clock clock) {
        this.world = world;
        this.clock = clock;
    }

    /** @param fates may wait for another call; is asked by several threads */
    public void script(Function<Call, Fate> fates) {
        script = fates;
    }

    /** Every call that arrived or was meant to, in order. */
    public synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Those that change something. */
    public List<String> writes() {
        return calls().stream().filter(call -> !call.read()).map(Call::toString).toList();
    }

    boolean dead() {
        return dead;
    }

    @Override
    public Answer run(Operation operation) {
        var call = Call.of((Command) operation);
        arrived(call);
        return switch (script.apply(call)) {
            case FINE -> carryOut(call);
            case ANSWER_LOST -> {
                carryOut(call);
                yield new Answer.Unanswered(new VendorText("connection reset"));
            }
            case CALL_LOST -> new Answer.Unanswered(new VendorText("connection reset"));
            case UNREACHABLE -> new Answer.Unreachable(new VendorText("connection refused"));
            case THROTTLED -> new Answer.Throttled(clock.instant().plusSeconds(30));
            case REJECTED -> new Answer.Rejected("418", new VendorText("no"));
            case UNAUTHORIZED -> new Answer.Unauthorized(new VendorText("the right to " + call));
            case STALE -> new Answer.Stale(new VendorText("somebody was faster"));
            case CRASH_BEFORE -> throw die();
            case CRASH_AFTER -> {
                carryOut(call);
                throw die();
            }
        };
    }

    private synchronized void arrived(Call call) {
        if (dead) {
            throw new Crash();
        }
        calls.add(call);
    }

    private Crash die() {
        dead = true;
        return new Crash();
    }

    private Answer carryOut(Call call) {
        var words = call.words();
        switch (words.getFirst()) {
            case "set" -> world.set(words.get(1), words.get(2));
            case "add" -> world.add(words.get(1));
            case "remove" -> {
                if (!world.remove(words.get(1))) {
                    return new Answer.NotFound(new VendorText("no " + words.get(1)));
                }
            }
            case "password" -> { // a platform does not show it again, but a careless one repeats it
                world.set(words.get(1), "changed");
                return new Answer.Ok(Canonical.tree(new Listing(Map.of("you set", words.get(2)))));
            }
            case "get" -> {
                return new Answer.Ok(Canonical.tree(new Got(world.all().getOrDefault(words.get(1), "nothing"))));
            }
            default -> {}
        }
        return new Answer.Ok(Canonical.tree(new Listing(world.all())));
    }

    private record Got(String value) {}

    private record Listing(Map<String, String> all) {}

    @Override
    public Duration patience() {
        return Duration.ofSeconds(10);
    }

    @Override
    public String render(Operation operation) {
        return ((Command) operation).argv().stream().map(Value::text).collect(Collectors.joining(" "));
    }
}
