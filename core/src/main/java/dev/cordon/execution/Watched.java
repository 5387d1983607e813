package dev.cordon.execution;

import dev.cordon.action.ActionId;
import dev.cordon.journal.RunId;

/** What came of one {@link Vigil}. */
public sealed interface Watched {

    RunId run();

    ActionId action();

    /** All of it is in force, as it was. */
    record InForce(RunId run, ActionId action) implements Watched {}

    /**
     * Somebody undid it.
     *
     * @param what which steps, and what was seen
     * @param then why it was not applied again
     */
    record Drifted(RunId run, ActionId action, String what, String then) implements Watched {}

    /**
     * Somebody undid it, and it is in force again.
     *
     * @param byUs it was applied again; else somebody else did it
     */
    record Restored(RunId run, ActionId action, boolean byUs) implements Watched {}

    /** Nobody could look: nothing is known, and nothing was done. */
    record CouldNotLook(RunId run, ActionId action, String why) implements Watched {}

    /** Members came or went.
     *
     * @param applied how many were new
     * @param undone how many were not found any more
     */
    record Followed(RunId run, ActionId action, int applied, int undone) implements Watched {}

    /** A person has to look. */
    record AsksAPerson(RunId run, ActionId action, String why) implements Watched {}
}
