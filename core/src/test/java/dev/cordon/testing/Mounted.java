package dev.cordon.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * A small file system of its own in memory, taken away when closed. Needs root; else the test is skipped, and says so.
 */
public record Mounted(Path at) implements AutoCloseable {

    public static Mounted tmpfs(Path at, String size) throws IOException, InterruptedException {
        assumeRoot();
        Files.createDirectory(at);
        run("mount", "-t", "tmpfs", "-o", "mode=700,size=" + size, "tmpfs", at.toString());
        return new Mounted(at);
    }

    public static void assumeRoot() throws IOException {
        Assumptions.assumeTrue(
                Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid")),
                "needs root, to mount a small file system or to become another user: run the tests as root");
    }

    public void readOnly() throws IOException, InterruptedException {
        run("mount", "-o", "remount,ro", at.toString());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("umount", at.toString());
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(List.of(command) + ": " + said);
        }
    }
}
