package dev.cordon.cli;

import dev.cordon.journal.Event;
import java.io.PrintStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** One line an event, each with its time in UTC: for a pipe or a log. */
final class ProgressInLines implements Progress {

    private final PrintStream err;
    private final Clock clock;

    ProgressInLines(PrintStream err, Clock clock) {
        this.err = err;
        this.clock = clock;
    }

    @Override
    public void accept(Event event) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        EventWords.of(event).ifPresent(words -> err.println(now + " " + Harmless.line(words)));
    }

    @Override
    public void close() {
        err.flush();
    }
}
