package dev.cordon.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executors;

/**
 * Appends on eight threads until it is killed, two to each of four runs, and says {@code RUN SEQ BODY} of an entry when
 * it is acknowledged, not before. A line is one write to the pipe, which a kill does not take back.
 */
final class AppendingChild {

    static final int RUNS = 4;

    private AppendingChild() {}

    public static void main(String[] args) {
        var out = new FileOutputStream(FileDescriptor.out);
        try (var folder = DataFolder.open(Path.of(args[0]), Clock.systemUTC());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 2 * RUNS; i++) {
                var run = new RunId("run-" + i % RUNS);
                threads.submit(() -> {
                    for (var n = 0L; ; n++) {
                        var body = "{\"pid\":" + ProcessHandle.current().pid() + ",\"n\":" + n + "}";
                        var seq = folder.journal().append(run, "tried", body);
                        out.write((run + " " + seq + " " + body + "\n").getBytes(UTF_8));
                    }
                });
            }
        }
    }
}
