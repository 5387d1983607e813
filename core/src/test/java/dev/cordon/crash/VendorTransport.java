package dev.cordon.crash;

import static java.util.Objects.requireNonNull;

import dev.cordon.operation.Answer;
import dev.cordon.operation.Command;
import dev.cordon.operation.Operation;
import dev.cordon.operation.Transport;
import java.time.Duration;

/** Brings calls to the vendor behind the director. */
record VendorTransport(Line line) implements Transport {

    @Override
    public Answer run(Operation operation) {
        var command = (Command) operation;
        var call = new Message.Sends(Witness.words(command), command.terms().read());
        return requireNonNull(line.say(call).answer());
    }

    @Override
    public Duration patience() {
        return Vendor.PATIENCE;
    }

    @Override
    public String render(Operation operation) {
        return String.join(" ", Witness.words((Command) operation));
    }
}
