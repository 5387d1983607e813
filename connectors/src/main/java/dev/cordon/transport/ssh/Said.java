package dev.cordon.transport.ssh;

import dev.cordon.operation.Answer;
import dev.cordon.operation.VendorText;

/** What became of a command on a host. */
sealed interface Said {

    /** It ended by itself. */
    record Ended(int exit, String stdout, String stderr) implements Said {}

    /** It ended otherwise, or was never started; the answer says which. */
    record Otherwise(Answer answer) implements Said {}

    /** Nothing of it left this machine. */
    static Said unreachable(String why) {
        return new Otherwise(new Answer.Unreachable(new VendorText(why)));
    }

    /** The server does not let this account in, or is not the one that is known. */
    static Said notLetIn(String why) {
        return new Otherwise(new Answer.Unauthorized(new VendorText(why)));
    }

    /** It was started, and what came of it is not known. */
    static Said lost(String why) {
        return new Otherwise(new Answer.Unanswered(new VendorText(why)));
    }
}
