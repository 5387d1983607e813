package dev.cordon.cli;

import dev.cordon.action.Reason;
import dev.cordon.cli.Ending.Stopped;
import dev.cordon.cli.Ending.Trouble;

/** A reason as an option of the command line. */
final class ReasonWord {

    private ReasonWord() {}

    /** @throws Stopped where it is none, naming the option */
    static Reason of(String option, String text) {
        try {
            return new Reason(text);
        } catch (IllegalArgumentException e) {
            throw new Stopped(Trouble.of(ExitCode.BAD_INPUT, option + ": " + e.getMessage()), e);
        }
    }
}
