package dev.cordon.execution;

import dev.cordon.journal.RunState;

/** What asking for a rollback came to. */
public sealed interface Rollback {

    /** It was tried; the state says how far it came. */
    record Tried(RunState state) implements Rollback {}

    /** The journal has no such run. */
    record Unknown() implements Rollback {}

    /** Nothing was changed. */
    record Refused(String why) implements Rollback {}
}
