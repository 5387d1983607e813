package dev.cordon.transport.local;

import dev.cordon.operation.VendorText;

/** What became of a program. */
public sealed interface Ran {

    /** It ended by itself; all that it wrote. */
    record Ended(int exit, String stdout, String stderr) implements Ran {}

    /** It was never started, so nothing happened. */
    record NotStarted(VendorText why) implements Ran {}

    /** It was started and then killed: what it did until then is not known. */
    record Killed(VendorText why) implements Ran {}
}
