package dev.cordon.cli;

import dev.cordon.execution.Agenda;
import dev.cordon.execution.LookedAt;
import dev.cordon.journal.DataFolder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells cheaply what there is to do: reads the runs only where the journal has grown and nobody writes to it now, where
 * something falls due, a while has passed, or the clock was set back. For one thread.
 */
final class LookOut {

    private static final long NEVER = -1;

    private final Duration longest;
    private final LookedAt lookedAt;
    private long entries = NEVER;
    private Instant looked = Instant.MIN;
    private Instant next = Instant.MIN;

    /**
     * @param longest how long it goes by what it saw the last time
     * @param lookedAt when what is in force was looked at
     */
    LookOut(Duration longest, LookedAt lookedAt) {
        this.longest = longest;
        this.lookedAt = lookedAt;
    }

    /**
     * Empty where nothing is to be done now.
     *
     * @param busy another process writes to the folder
     */
    Optional<Agenda> look(DataFolder data, boolean busy, Instant now) {
        var written = data.entries();
        if ((busy || written == entries) && !now.isBefore(looked) && now.isBefore(next)) {
            return Optional.empty();
        }
        var agenda = Agenda.of(data.journal(), lookedAt);
        entries = written;
        looked = now;
        next = agenda.next(now).filter(now.plus(longest)::isAfter).orElse(now.plus(longest));
        return Optional.of(agenda).filter(it -> it.calls(now));
    }

    /** What it saw was not worked on: the next look is a new one. */
    void again() {
        entries = NEVER;
    }
}
