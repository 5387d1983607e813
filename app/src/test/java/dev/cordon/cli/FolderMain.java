package dev.cordon.cli;

import java.time.Clock;
import java.util.List;

/** The process {@code cordon} on a {@link FolderType}, for tests that send it signals. */
final class FolderMain {

    private FolderMain() {}

    public static void main(String[] arguments) {
        Main.run(Clock.systemUTC(), List.of(new FolderType()), arguments);
    }
}
