package dev.cordon.journal;

import java.nio.file.Path;
import java.time.Clock;

/** Opens a folder, says {@code open} and keeps it until its input ends; or says why it cannot, and ends with 2. */
final class OpeningChild {

    private OpeningChild() {}

    public static void main(String[] args) throws Exception {
        try (var folder = DataFolder.open(Path.of(args[0]), Clock.systemUTC())) {
            folder.journal().append(new RunId("opened"), "opened", "{}");
            System.out.println("open");
            while (System.in.read() >= 0) {}
        } catch (JournalException e) {
            System.out.println(e.getMessage());
            System.exit(2);
        }
    }
}
