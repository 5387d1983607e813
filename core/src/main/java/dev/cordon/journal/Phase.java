package dev.cordon.journal;

/** Which of a step's operations an event belongs to. */
public enum Phase {
    APPLY,
    CANCEL,
    UNDO
}
