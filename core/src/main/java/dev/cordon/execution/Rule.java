package dev.cordon.execution;

import dev.cordon.plan.Verdict;

/**
 * What follows from a look. Running, recovery and undo are this one table.
 *
 * <p>Pure: the engine looks, asks here, and does what it is told.
 */
final class Rule {

    /** In which row of the table the step stands. */
    enum Row {
        ANSWERED,
        /** Sent, and its answer was lost: a crash, a time-out. */
        LOST,
        BEFORE_UNDO,
        AFTER_UNDO,
        /** The undo was sent, and its answer was lost. */
        UNDO_LOST
    }

    enum Next {
        DONE,
        /** Look again later. */
        WAIT,
        FAILED,
        /** Send the same again under the same key. */
        SEND_AGAIN,
        /** It is known not to have happened: a new attempt. */
        NEW_ATTEMPT,
        UNDO,
        CANCEL,
        NOTHING_OF_OURS,
        UNDONE,
        /** The undo is kept: to be tried again, and said aloud. */
        KEPT,
        ASK_A_PERSON
    }

    /**
     * What bears on the decision beside row and verdict.
     *
     * @param settled the time is over that an effect may take to show, so NOT_CONFIRMED (after an undo: CONFIRMED) is
     *     believed
     * @param overdue the time is over that it may stay pending
     * @param repeatable the operation may be sent again
     * @param lagKnown somebody documented or measured how long its effect may take to show
     * @param cancellable there is a {@code cancel} that was not tried yet
     */
    record Circumstances(boolean settled, boolean overdue, boolean repeatable, boolean lagKnown, boolean cancellable) {}

    private Rule() {}

    static Next next(Row row, Verdict verdict, Circumstances c) {
        return switch (row) {
            case ANSWERED -> answered(verdict, c);
            case LOST -> lost(verdict, c);
            case BEFORE_UNDO -> beforeUndo(verdict, c);
            case AFTER_UNDO -> afterUndo(verdict, c);
            case UNDO_LOST -> undoLost(verdict, c);
        };
    }

    private static Next answered(Verdict verdict, Circumstances c) {
        return switch (verdict) {
            case CONFIRMED -> Next.DONE;
            case PENDING -> c.overdue() ? Next.FAILED : Next.WAIT;
            case NOT_CONFIRMED -> c.settled() ? Next.FAILED : Next.WAIT;
            case UNKNOWN -> Next.ASK_A_PERSON;
        };
    }

    private static Next lost(Verdict verdict, Circumstances c) {
        return switch (verdict) {
            case CONFIRMED -> Next.DONE;
            case PENDING -> c.overdue() ? Next.FAILED : Next.WAIT;
            case NOT_CONFIRMED -> {
                if (c.repeatable()) {
                    yield Next.SEND_AGAIN;
                }
                if (!c.lagKnown()) {
                    yield Next.ASK_A_PERSON;
                }
                yield c.settled() ? Next.NEW_ATTEMPT : Next.WAIT;
            }
            case UNKNOWN -> Next.ASK_A_PERSON;
        };
    }

    private static Next beforeUndo(Verdict verdict, Circumstances c) {
        return switch (verdict) {
            case CONFIRMED -> Next.UNDO;
            case PENDING -> {
                if (c.cancellable()) {
                    yield Next.CANCEL;
                }
                yield c.overdue() ? Next.KEPT : Next.WAIT;
            }
            case NOT_CONFIRMED -> c.settled() ? Next.NOTHING_OF_OURS : Next.WAIT;
            case UNKNOWN -> Next.KEPT;
        };
    }

    private static Next afterUndo(Verdict verdict, Circumstances c) {
        return switch (verdict) {
            case CONFIRMED -> c.settled() ? Next.KEPT : Next.WAIT;
            case PENDING -> c.overdue() ? Next.KEPT : Next.WAIT;
            case NOT_CONFIRMED -> c.settled() ? Next.UNDONE : Next.WAIT;
            case UNKNOWN -> Next.KEPT;
        };
    }

    private static Next undoLost(Verdict verdict, Circumstances c) {
        return switch (verdict) {
            case CONFIRMED -> {
                if (c.repeatable()) {
                    yield Next.SEND_AGAIN;
                }
                if (!c.lagKnown()) {
                    yield Next.ASK_A_PERSON;
                }
                yield c.settled() ? Next.NEW_ATTEMPT : Next.WAIT;
            }
            case PENDING, NOT_CONFIRMED, UNKNOWN -> afterUndo(verdict, c);
        };
    }
}
