package dev.cordon.execution;

import dev.cordon.journal.RunJournal;
import dev.cordon.policy.Guard;

/** What the parts of one run share. */
record Work(RunJournal journal, Sending sending, Looking looking, Pace pace, Guard guard) {}
