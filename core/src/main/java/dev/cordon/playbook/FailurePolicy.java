package dev.cordon.playbook;

import dev.cordon.document.Word;

/** What becomes of a playbook when one of its actions fails; {@code on_failure} in the file. */
public enum FailurePolicy implements Word {
    /** Actions that have not begun do not begin; what was done stays. */
    STOP,
    /** The other actions go on. */
    CONTINUE,
    /** The failed action is undone, and no other begins. */
    ROLLBACK,
    /** Everything is undone, the last first. */
    ROLLBACK_ALL
}
