package dev.cordon.journal;

/** What is known of one operation of a step, once that is decided. */
public enum Outcome {
    /** Applied: its effect was seen, or the answer said so and there is no check. */
    CONFIRMED,
    /** A step that acts only when the action is undone. */
    READY,
    /** Not applied, or its effect did not show in time. */
    FAILED,
    /** Its effect was in force, and somebody or something undid it. */
    GONE,
    /** Sent, and known not to have happened. */
    NOT_HAPPENED,
    /** The undo took effect. */
    UNDONE,
    /** Before the undo nothing of ours was in force any more. */
    NOTHING_OF_OURS,
    /** The undo did not take effect yet, or nobody could look: it is kept. */
    KEPT,
    /** Nobody can tell; a person has to look. */
    ASKS_A_PERSON;

    /** For a person: on the terminal, in the status and in the report. */
    public String inWords() {
        return switch (this) {
            case CONFIRMED -> "confirmed";
            case READY -> "ready";
            case FAILED -> "failed";
            case GONE -> "no longer in force";
            case NOT_HAPPENED -> "did not happen";
            case UNDONE -> "undone";
            case NOTHING_OF_OURS -> "nothing of ours to undo";
            case KEPT -> "undo kept, to be tried again";
            case ASKS_A_PERSON -> "uncertain, a person has to look";
        };
    }

    /** The undo of this step needs nothing more. */
    public boolean undone() {
        return this == UNDONE || this == NOTHING_OF_OURS;
    }
}
