package dev.cordon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Real processes of a test's user, in one folder with its configuration; those still there are killed in the end. */
final class CordonProcesses implements AutoCloseable {

    private final Path folder;
    private final Map<String, String> environment;
    private final List<Process> started = new ArrayList<>();

    CordonProcesses(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /** One that was started, and the file of what it says on standard error. */
    record Running(Process process, Path err) {

        String said() throws IOException {
            return Files.readString(err);
        }

        /** Until it says so; a failure where it ends before. */
        void await(String words) throws Exception {
            while (!said().contains(words)) {
                assertThat(process.waitFor(20, TimeUnit.MILLISECONDS))
                        .as(said())
                        .isFalse();
            }
        }

        /** SIGKILL. */
        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        /** @param signal as {@code kill} takes it, {@code -TERM} say */
        void signal(String signal) throws Exception {
            assertThat(new ProcessBuilder("kill", signal, String.valueOf(process.pid()))
                            .start()
                            .waitFor())
                    .isZero();
        }
    }

    /** @param name of its output: {@code out-NAME} and {@code err-NAME} */
    Running start(String name, Path data, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                FolderMain.class.getName(),
                "--data",
                data.toString()));
        command.addAll(List.of(arguments));
        var err = folder.resolve("err-" + name);
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out-" + name).toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        var running = new Running(builder.start(), err);
        started.add(running.process());
        return running;
    }

    @Override
    public void close() {
        started.forEach(Process::destroyForcibly);
    }
}
