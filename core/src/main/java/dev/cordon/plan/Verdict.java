package dev.cordon.plan;

/** The four answers of a look. The absence of an error is none of them. */
public enum Verdict {
    /** The effect is in force. */
    CONFIRMED,
    /** It is under way. */
    PENDING,
    /** It is not in force. Believed only when the check's {@code settles} is over. */
    NOT_CONFIRMED,
    /** The look failed or was cut short: nothing is known. */
    UNKNOWN
}
