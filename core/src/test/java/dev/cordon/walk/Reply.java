package dev.cordon.walk;

import dev.cordon.operation.Answer;
import dev.cordon.operation.VendorText;
import java.time.Instant;

/** What becomes of the first sending of an operation; each later one is carried out and answered. */
enum Reply {
    OK,
    REJECTED,
    UNAUTHORIZED,
    NOT_FOUND,
    STALE,
    THROTTLED,
    UNREACHABLE,
    /** Carried out, and the answer is lost. */
    DONE_UNANSWERED,
    /** It never arrives. */
    LOST_UNANSWERED,
    /** It arrives at the last moment that the transport's patience allows. */
    LATE_UNANSWERED;

    /** It arrives at once. */
    boolean arrives() {
        return this == OK || this == DONE_UNANSWERED;
    }

    boolean isLost() {
        return this == DONE_UNANSWERED || this == LOST_UNANSWERED || this == LATE_UNANSWERED;
    }

    /** It comes to nothing, and says so. */
    boolean refuses() {
        return this == REJECTED || this == UNAUTHORIZED || this == NOT_FOUND || this == STALE;
    }

    /** @param carriedOut the answer where it arrived */
    Answer answer(Answer carriedOut, Instant now) {
        return switch (this) {
            case OK -> carriedOut;
            case REJECTED -> new Answer.Rejected("418", new VendorText("no"));
            case UNAUTHORIZED -> new Answer.Unauthorized(new VendorText("the right to do this"));
            case NOT_FOUND -> new Answer.NotFound(new VendorText("no such thing"));
            case STALE -> new Answer.Stale(new VendorText("somebody was faster"));
            case THROTTLED -> new Answer.Throttled(now.plusSeconds(20));
            case UNREACHABLE -> new Answer.Unreachable(new VendorText("connection refused"));
            case DONE_UNANSWERED, LOST_UNANSWERED, LATE_UNANSWERED ->
                new Answer.Unanswered(new VendorText("connection reset"));
        };
    }
}
