package dev.cordon.transport.ssh;

import dev.cordon.operation.VendorText;
import dev.cordon.transport.program.Ran;
import java.util.Optional;

/**
 * Tells what the program wrote from what the login wrote before it: {@code program.sh} writes a mark on both outputs
 * right before it starts the program.
 */
final class ProgramAnswer {

    private static final String MARK = "CORDON\n";

    /** timeout(1): it took too long, and was told to end, or killed. */
    private static final int TIMED_OUT = 124;

    private static final int KILLED = 137;

    /** POSIX XCU 2.8.2: it was found and could not be started, or was not found. */
    private static final int NO_PROGRAM = 126;

    private static final int NOT_FOUND = 127;

    private ProgramAnswer() {}

    static Ran of(Ran ran) {
        return ran instanceof Ran.Ended ended ? of(ended) : ran;
    }

    private static Ran of(Ran.Ended ended) {
        var stdout = behindTheMark(ended.stdout());
        var stderr = behindTheMark(ended.stderr());
        if (stderr.isEmpty()) {
            return neverBegun(ended);
        }
        return switch (ended.exit()) {
            case TIMED_OUT, KILLED -> new Ran.Lost(new VendorText("the host ended the program: it took too long"));
            case NO_PROGRAM, NOT_FOUND -> new Ran.NotStarted(new VendorText(stderr.get()));
            default -> new Ran.Ended(ended.exit(), stdout.orElse(""), stderr.get());
        };
    }

    private static Ran neverBegun(Ran.Ended ended) {
        var why = ended.stderr().isBlank() ? "the host started nothing: exit " + ended.exit() : ended.stderr();
        return ended.stderr().lines().anyMatch(line -> line.contains("sudo"))
                ? new Ran.NotLetIn(new VendorText("this account may not become root: " + why))
                : new Ran.NotStarted(new VendorText(why));
    }

    private static Optional<String> behindTheMark(String text) {
        if (text.startsWith(MARK)) {
            return Optional.of(text.substring(MARK.length()));
        }
        var line = text.indexOf("\n" + MARK);
        return line < 0 ? Optional.empty() : Optional.of(text.substring(line + 1 + MARK.length()));
    }
}
