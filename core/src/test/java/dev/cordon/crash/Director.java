package dev.cordon.crash;

import dev.cordon.crash.Message.Reply;
import dev.cordon.operation.Answer;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Everything outside one process: it hears each thing that the process does before it goes on, lets time pass, asks the
 * vendor, and kills. Safe for any number of threads.
 *
 * @param random says what becomes of a call whose sender dies while it is under way
 */
record Director(Vendor vendor, Witness witness, Killer killer, RandomGenerator random) implements Line {

    @Override
    public Reply say(Message message) {
        return switch (message) {
            case Message.Hello(var pid) -> {
                killer.meets(pid);
                yield goOn(message);
            }
            case Message.Waits(var time) -> {
                vendor.pass(time);
                yield goOn(message);
            }
            case Message.Writes _ -> goOn(message);
            case Message.Recorded entry -> {
                witness.recorded(entry);
                yield goOn(message);
            }
            case Message.Sends call -> reply(call.read() ? look(call) : act(call));
        };
    }

    private Reply goOn(Message message) {
        killer.reached(Boundary.of(message));
        return reply(null);
    }

    private Reply reply(@Nullable Answer answer) {
        return new Reply(vendor.clock(), vendor.elapsed(), answer);
    }

    private Answer look(Message.Sends call) {
        killer.reached(Boundary.of(call));
        return vendor.carryOut(call.words());
    }

    private Answer act(Message.Sends call) {
        witness.sent(call.words());
        try {
            killer.reached(Boundary.of(call));
        } catch (LineServer.Killed e) {
            orphaned(call.words());
            throw e;
        }
        var answer = vendor.carryOut(call.words());
        killer.reached(Boundary.carriedOut());
        return answer;
    }

    /** It is lost, or carried out, or carried out only when its sender has long been dead. */
    private void orphaned(List<String> words) {
        switch (random.nextInt(3)) {
            case 0 -> {} // lost on the way
            case 1 -> vendor.carryOut(words);
            default -> vendor.arrivesLate(words, Duration.ofMillis(random.nextLong(Vendor.PATIENCE.toMillis())));
        }
    }
}
