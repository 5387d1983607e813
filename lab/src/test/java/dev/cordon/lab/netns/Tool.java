package dev.cordon.lab.netns;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of this machine, run to its end within a minute. */
public record Tool(int exit, String output) {

    /** @throws IllegalStateException where it cannot be started or does not end */
    public static Tool run(List<String> argv, String stdin) {
        try {
            var process = new ProcessBuilder(argv).redirectErrorStream(true).start();
            try (var in = process.getOutputStream()) {
                in.write(stdin.getBytes(StandardCharsets.UTF_8));
            }
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("does not end: " + argv);
            }
            return new Tool(process.exitValue(), output);
        } catch (IOException e) {
            throw new IllegalStateException("cannot run " + argv, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted: " + argv, e);
        }
    }

    /** @throws IllegalStateException also where it fails, with what it said */
    public static String output(List<String> argv, String stdin) {
        var tool = run(argv, stdin);
        if (tool.exit != 0) {
            throw new IllegalStateException(argv + " ended with " + tool.exit + ": " + tool.output);
        }
        return tool.output;
    }

    public static boolean isThere(String name) {
        return Stream.of("/usr/sbin", "/sbin", "/usr/bin", "/bin")
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }
}
