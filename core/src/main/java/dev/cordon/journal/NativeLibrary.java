package dev.cordon.journal;

import java.nio.file.Path;
import org.sqlite.SQLiteJDBCLoader;

/**
 * Loads SQLite itself, which its driver first unpacks (1.1 MB) into a folder and leaves there when the process is
 * killed. So it goes into the data folder, where the next start clears it away.
 */
final class NativeLibrary {

    private static final String UNPACK_TO = "org.sqlite.tmpdir";

    private NativeLibrary() {}

    /** Unpacks it to {@code folder}, unless this JVM has loaded it before. */
    static synchronized void load(Path folder) {
        var before = System.getProperty(UNPACK_TO);
        System.setProperty(UNPACK_TO, folder.toString());
        try {
            SQLiteJDBCLoader.initialize();
        } catch (Exception e) { // declared so by the driver
            throw Trouble.notUnpacked(folder, e);
        } finally {
            if (before == null) {
                System.clearProperty(UNPACK_TO);
            } else {
                System.setProperty(UNPACK_TO, before);
            }
        }
    }
}
