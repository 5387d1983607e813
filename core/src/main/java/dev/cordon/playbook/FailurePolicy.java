package dev.cordon.playbook;

import dev.cordon.document.Word;

/** What becomes of a playbook when one of its actions fails; {@code on_failure} in the file. */
public enum FailurePolicy implements Word {
    /** Actions that have not begun do not begin, those under way come to their end; what was done stays. */
    STOP,
    /** The other actions go on, but for those that come after the failed one. */
    CONTINUE,
    /** As {@link #STOP}; then the failed action is undone. */
    ROLLBACK,
    /** As {@link #STOP}; then everything is undone that can be, the last first. */
    ROLLBACK_ALL
}
