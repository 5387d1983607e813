package dev.cordon.cli;

import dev.cordon.connectors.ConnectorRegistry;
import dev.cordon.execution.Pace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.logging.LogManager;

/** The process {@code cordon}. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        LogManager.getLogManager().reset(); // drivers log on their own; what matters is in the answer and the journal
        var stopping = new Stopping();
        var code = new Cordon(surroundings(stopping)).run(arguments);
        stopping.finished();
        System.exit(code.number());
    }

    private static Surroundings surroundings(Stopping stopping) {
        var environment = System.getenv();
        var clock = Clock.systemUTC();
        return new Surroundings(
                Terminal.ofProcess(environment),
                Pace.of(clock),
                new SecureRandom(),
                environment,
                Path.of(""),
                Path.of(System.getProperty("user.home")),
                System.getProperty("user.name"),
                isRoot(),
                ConnectorRegistry.types(clock),
                stopping::interruptOnSignal);
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException e) {
            return false;
        }
    }
}
