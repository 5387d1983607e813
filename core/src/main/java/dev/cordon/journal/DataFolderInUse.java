package dev.cordon.journal;

import java.io.Serial;
import java.nio.file.Path;

/** Another process writes to this data folder. The message names it and says what to do. */
public final class DataFolderInUse extends InUse {

    @Serial
    private static final long serialVersionUID = 1;

    DataFolderInUse(Path folder, String holder) {
        super(
                folder + " is in use by another Cordon (" + holder + "). One data folder serves one process:"
                        + " wait for it, or use --data with another folder. (Several processes share a PostgreSQL"
                        + " 'store'.)",
                holder);
    }
}
