package dev.cordon.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What every command takes, before or after its name. Filled in by picocli, so not final. */
final class GlobalOptions {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "The configuration; else CORDON_CONFIG, else ./cordon.yaml.")
    private Optional<Path> config = Optional.empty();

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            scope = ScopeType.INHERIT,
            description = "Where plans and the journal are kept; else CORDON_DATA, else"
                    + " $${XDG_STATE_HOME:-~/.local/state}/cordon (/var/lib/cordon as root).")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Standard output is exactly one JSON document; the rest goes to standard error.")
    private boolean json;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Shows the stack trace of an error.")
    private boolean verbose;

    @Option(
            names = {"-h", "--help"},
            scope = ScopeType.INHERIT,
            usageHelp = true,
            description = "Shows what a command takes.")
    private boolean help;

    Optional<Path> config() {
        return config;
    }

    Optional<Path> data() {
        return data;
    }

    boolean json() {
        return json;
    }

    boolean help() {
        return help;
    }

    boolean verbose() {
        return verbose;
    }
}
