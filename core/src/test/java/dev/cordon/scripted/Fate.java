package dev.cordon.scripted;

/** What becomes of a call. */
public enum Fate {
    FINE,
    /** Done, but its answer never comes back. */
    ANSWER_LOST,
    /** Left this machine and never arrived; nobody can tell from here. */
    CALL_LOST,
    UNREACHABLE,
    THROTTLED,
    REJECTED,
    UNAUTHORIZED,
    STALE,
    /** Cordon dies right before it is sent. */
    CRASH_BEFORE,
    /** Cordon dies when it is done and nothing of it was written down. */
    CRASH_AFTER
}
