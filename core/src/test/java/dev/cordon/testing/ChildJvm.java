package dev.cordon.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Another process with this one's classes, for what only another process can show. Killed when closed. */
public final class ChildJvm implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private ChildJvm(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    public static ChildJvm start(Class<?> main, Object... arguments) {
        return start(List.of(), System.getProperty("java.class.path"), main, arguments);
    }

    /** @param prefix a command that runs the rest, as another user for example */
    public static ChildJvm start(List<String> prefix, String classPath, Class<?> main, Object... arguments) {
        var command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                classPath,
                main.getName()));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        try {
            return new ChildJvm(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its next line; null at the end. */
    public String line() throws IOException {
        return output.readLine();
    }

    /** All that it still says, until it ends: lines it finished, for a killed process may leave half of one. */
    public List<String> rest() throws IOException {
        var text = output.readAllAsString();
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    public int exitCode() throws InterruptedException {
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("the child did not end within a minute");
        }
        return process.exitValue();
    }

    /** SIGKILL: it gets no chance to tidy up. */
    public void kill() throws InterruptedException {
        process.toHandle().destroyForcibly(); // the process itself would close its output as well
        exitCode();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
