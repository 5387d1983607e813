package dev.cordon.cli;

import dev.cordon.journal.Event;
import java.util.function.Consumer;

/** Tells whoever waits how far a run has come. Is told events by several threads; {@code close} tidies the screen. */
interface Progress extends Consumer<Event>, AutoCloseable {

    /** On a terminal one line that is written over, in a pipe a line an event. */
    static Progress on(Surroundings surroundings) {
        var terminal = surroundings.terminal();
        var clock = surroundings.pace().clock();
        return terminal.rewrites()
                ? new ProgressOnTerminal(terminal.err(), clock)
                : new ProgressInLines(terminal.err(), clock);
    }

    @Override
    void close();
}
