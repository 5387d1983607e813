package dev.cordon.transport.program;

import dev.cordon.operation.Answer;
import dev.cordon.operation.VendorText;

/** What became of a program. */
public sealed interface Ran {

    /** It ended by itself; all that it wrote. */
    record Ended(int exit, String stdout, String stderr) implements Ran {}

    /** No end of its own is known. */
    sealed interface NotEnded extends Ran {

        /** What that means for the operation. */
        Answer answer();
    }

    /** It was never started, so nothing happened. */
    record NotStarted(VendorText why) implements NotEnded {
        @Override
        public Answer answer() {
            return new Answer.Unreachable(why);
        }
    }

    /** Whoever would start it does not let this account in, or is not the one that is known: nothing happened. */
    record NotLetIn(VendorText why) implements NotEnded {
        @Override
        public Answer answer() {
            return new Answer.Unauthorized(why);
        }
    }

    /** It was started, and then killed or lost from sight: what it did is not known. */
    record Lost(VendorText why) implements NotEnded {
        @Override
        public Answer answer() {
            return new Answer.Unanswered(why);
        }
    }
}
