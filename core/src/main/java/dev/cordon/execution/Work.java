package dev.cordon.execution;

import dev.cordon.journal.RunJournal;
import java.time.Duration;

/**
 * What the parts of one run share.
 *
 * @param since when work on it began here, in {@link Pace#elapsed}
 */
record Work(RunJournal journal, Sending sending, Looking looking, Pace pace, Duration since) {}
