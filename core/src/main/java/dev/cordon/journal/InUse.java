package dev.cordon.journal;

import java.io.Serial;

/** Another process has what one at a time can have. Nothing was done; it can be asked for again. */
public abstract sealed class InUse extends JournalException permits DataFolderInUse, RunInUse {

    @Serial
    private static final long serialVersionUID = 1;

    private final String holder;

    InUse(String line, String holder) {
        super(line);
        this.holder = holder;
    }

    /** Who has it, as {@code pid 4711, since 2026-…}. */
    public String holder() {
        return holder;
    }
}
