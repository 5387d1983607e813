package dev.cordon.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another process with this one's classes, for what only another process can show. Killed when closed. */
final class ChildJvm implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private ChildJvm(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    static ChildJvm start(Class<?> main, Path folder) {
        return start(List.of(), System.getProperty("java.class.path"), main, folder);
    }

    /** @param prefix a command that runs the rest, as another user for example */
    static ChildJvm start(List<String> prefix, String classPath, Class<?> main, Path folder) {
        var command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                main.getName(),
                folder.toString()));
        try {
            return new ChildJvm(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its next line; null at the end. */
    String line() throws IOException {
        return output.readLine();
    }

    /** All that it still says, until it ends: lines it finished, for a killed process may leave half of one. */
    List<String> rest() throws IOException {
        var text = output.readAllAsString();
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("the child did not end within a minute");
        }
        return process.exitValue();
    }

    /** SIGKILL: it gets no chance to tidy up. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly(); // the process itself would close its output as well
        exitCode();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
