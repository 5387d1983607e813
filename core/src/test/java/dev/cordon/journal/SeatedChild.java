package dev.cordon.journal;

import java.nio.file.Path;
import java.time.Clock;

/** Takes the worker's seat of a folder, says {@code seated} and keeps it until its input ends. */
final class SeatedChild {

    private SeatedChild() {}

    public static void main(String[] args) throws Exception {
        try (var _ = WorkerSeat.take(Path.of(args[0]), Clock.systemUTC())) {
            System.out.println("seated");
            while (System.in.read() >= 0) {}
        }
    }
}
