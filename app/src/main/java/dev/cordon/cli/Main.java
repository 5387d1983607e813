package dev.cordon.cli;

import dev.cordon.connectors.ConnectorRegistry;
import dev.cordon.execution.Pace;
import dev.cordon.execution.StoppablePace;
import dev.cordon.plan.PlatformType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.logging.LogManager;

/** The process {@code cordon}. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        var clock = Clock.systemUTC();
        run(clock, ConnectorRegistry.types(clock), arguments);
    }

    /** Runs one command line on these types of platform, and ends the process. */
    static void run(Clock clock, List<PlatformType> types, String... arguments) {
        LogManager.getLogManager().reset(); // drivers log on their own; what matters is in the answer and the journal
        var pace = new StoppablePace(clock);
        var stopping = new Stopping(pace::stop, System.err);
        var code = new Cordon(surroundings(pace, types, stopping)).run(arguments);
        stopping.finished();
        System.exit(code.number());
    }

    private static Surroundings surroundings(Pace pace, List<PlatformType> types, Stopping stopping) {
        var environment = System.getenv();
        return new Surroundings(
                Terminal.ofProcess(environment),
                pace,
                new SecureRandom(),
                environment,
                Path.of(""),
                Path.of(System.getProperty("user.home")),
                System.getProperty("user.name"),
                isRoot(),
                types,
                stopping::listen);
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException e) {
            return false;
        }
    }
}
