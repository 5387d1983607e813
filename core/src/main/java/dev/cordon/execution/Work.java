package dev.cordon.execution;

import dev.cordon.action.PlatformName;
import dev.cordon.journal.RunJournal;
import dev.cordon.plan.Platform;
import java.util.function.Function;

/** What the parts of one run share. */
record Work(RunJournal journal, Function<PlatformName, Platform> platforms, Looking looking, Pace pace) {}
