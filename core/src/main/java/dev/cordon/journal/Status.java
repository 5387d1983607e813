package dev.cordon.journal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where an action, or a whole run, stands. */
public enum Status {
    PENDING,
    AWAITING_APPROVAL,
    IN_PROGRESS,
    /** Applied and verified. */
    COMPLETED,
    FAILED,
    /** An undo has begun and is not complete: it is kept and can be tried again. */
    ROLLING_BACK,
    ROLLED_BACK,
    /** Nobody can tell what is in force; a person has to look. */
    UNCERTAIN;

    /** As it stands in JSON, on the page and in the report: {@code in_progress}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Status of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
