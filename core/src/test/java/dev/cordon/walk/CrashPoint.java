package dev.cordon.walk;

/** Where the process dies, in the phase that is walked through. */
enum CrashPoint {
    NOWHERE,
    BEFORE_INTENT,
    /** Written down, and never sent. */
    AFTER_INTENT,
    /** Sent, and it never arrives. */
    SENT_AND_LOST,
    /** Sent, and it arrives at the last moment. */
    SENT_AND_LATE,
    CARRIED_OUT,
    /** The answer is written down, and nobody has looked. */
    AFTER_ANSWER,
    AT_THE_FIRST_LOOK,
    /** Judged, and the action's status is not written. */
    AFTER_JUDGEMENT;

    /** The first sending is answered before. */
    boolean isAfterAnswer() {
        return this == NOWHERE || compareTo(AFTER_ANSWER) >= 0;
    }
}
