package dev.cordon.execution;

import dev.cordon.journal.RunJournal;
import dev.cordon.policy.Guard;
import java.time.Duration;

/**
 * What the parts of one run share.
 *
 * @param since when work on the action began here, in {@link Pace#elapsed}
 */
record Work(RunJournal journal, Sending sending, Looking looking, Pace pace, Guard guard, Duration since) {}
