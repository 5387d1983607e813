package dev.cordon.execution;

import dev.cordon.journal.RunJournal;

/** What the parts of one run share. */
record Work(RunJournal journal, Sending sending, Looking looking, Pace pace) {}
