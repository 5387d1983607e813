package dev.cordon.journal;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The record cannot be kept or read. The message is one line that says what to do, made to be shown as it is.
 *
 * <p>From {@link Journal#append}: the entry must be taken as not recorded, and nothing may be sent on its strength.
 */
public class JournalException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    public JournalException(String line) {
        this(line, null);
    }

    public JournalException(String line, @Nullable Throwable cause) {
        super(line.replaceAll("\\p{Cntrl}", "?"), cause);
    }
}
