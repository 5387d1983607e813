package dev.cordon.cli;

import dev.cordon.cli.Ending.Stopped;
import dev.cordon.cli.Ending.Trouble;
import dev.cordon.document.Printable;
import dev.cordon.execution.Platforms;
import dev.cordon.journal.JournalException;

/** Makes one clear line of whatever ended a command. */
final class Troubles {

    private Troubles() {}

    static Trouble of(Throwable thrown) {
        return switch (thrown) {
            case Stopped stopped -> stopped.trouble();
            case JournalException e -> Trouble.of(ExitCode.REFUSED, String.valueOf(e.getMessage()));
            case Platforms.UnknownPlatform e -> Trouble.of(ExitCode.BAD_INPUT, String.valueOf(e.getMessage()));
            case InterruptedException _ -> Trouble.of(ExitCode.FAILED, "interrupted");
            case OutOfMemoryError _ ->
                Trouble.of(ExitCode.FAILED, "out of memory: what was begun is in the journal; see 'cordon status'");
            default -> Trouble.of(ExitCode.FAILED, defect(thrown));
        };
    }

    /** The message may hold anything, so it is cut and made visible. */
    private static String defect(Throwable thrown) {
        var what = thrown.getClass().getSimpleName() + ": " + Printable.of(String.valueOf(thrown.getMessage()));
        return "this is a defect (" + what + "); run again with -v for the details, and please report it";
    }
}
