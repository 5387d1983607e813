package dev.cordon.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** A process with others below it, which do nothing; they end by themselves, should the demo be killed. */
final class Miner implements AutoCloseable {

    private static final String SCRIPT = """
            #!/bin/sh
            sleep 120 &
            sh -c 'sleep 120; exit' &
            wait
            """;
    private static final int BELOW = 3;

    private final Process process;
    private final List<ProcessHandle> all;

    private Miner(Process process, List<ProcessHandle> all) {
        this.process = process;
        this.all = all;
    }

    static Miner start(Path folder) throws IOException, InterruptedException {
        var script = Files.writeString(folder.resolve("demo-miner"), SCRIPT, UTF_8);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        var process = new ProcessBuilder(script.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        while (process.isAlive() && process.descendants().count() < BELOW) {
            Thread.sleep(10);
        }
        return new Miner(process, process.descendants().toList());
    }

    long pid() {
        return process.pid();
    }

    int below() {
        return all.size();
    }

    boolean works() {
        return process.isAlive() && all.stream().allMatch(ProcessHandle::isAlive);
    }

    boolean isGone() {
        return !process.isAlive() && all.stream().noneMatch(ProcessHandle::isAlive);
    }

    @Override
    public void close() {
        all.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
