package dev.cordon.cli;

import dev.cordon.action.ActionIds;
import dev.cordon.action.ActionKind;
import dev.cordon.action.IncidentId;
import dev.cordon.cli.Ending.Stopped;
import dev.cordon.document.Printable;
import dev.cordon.document.Reading;
import dev.cordon.playbook.Playbook;
import dev.cordon.playbook.PlaybookReader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is to be done, as words of {@code plan} and {@code apply}: a file, or one action. Filled in by picocli. */
final class PlaybookWords {

    private static final String AD_HOC = "AD-HOC";

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE|ACTION",
            description = "A playbook (YAML or JSON), or the name of one action.")
    private Optional<String> what = Optional.empty();

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "key=value",
            description = "Parameters of the action, and id=, on=, ttl=; see 'cordon actions ACTION'.")
    private List<String> words = List.of();

    @Option(
            names = "--incident",
            paramLabel = "ID",
            description = "The incident that one action belongs to (default: " + AD_HOC + ").")
    private Optional<String> incident = Optional.empty();

    @Option(
            names = "--analyst",
            paramLabel = "NAME",
            description = "Who answers for one action (default: the user who runs this).")
    private Optional<String> analyst = Optional.empty();

    boolean given() {
        return what.isPresent();
    }

    /**
     * Reads it.
     *
     * @param arguments the whole command line, for the places of problems
     */
    Reading<Playbook> read(Surroundings surroundings, List<String> arguments) {
        var word = what.orElseThrow(() -> new Stopped(
                ExitCode.BAD_INPUT, "say what to do: a playbook FILE, or ACTION key=value …; 'cordon actions' lists"));
        var reader = new PlaybookReader(new ActionIds(surroundings.pace().clock(), surroundings.random()));
        return isFile(word, surroundings)
                ? reader.read(file(word, surroundings))
                : reader.oneAction(
                        word, words, arguments.indexOf(word) + 2, analyst.orElse(surroundings.user()), incident());
    }

    private boolean isFile(String word, Surroundings surroundings) {
        if (ActionKind.of(word).isPresent()) {
            return false;
        }
        var file = word.contains("/") || word.contains(".") || Files.exists(file(word, surroundings));
        if (file && (!words.isEmpty() || incident.isPresent() || analyst.isPresent())) {
            throw new Stopped(
                    ExitCode.BAD_INPUT,
                    Printable.quoted(word) + " is a file, which says everything itself: leave out what stands beside"
                            + " it, or name an action instead");
        }
        return file;
    }

    private static Path file(String word, Surroundings surroundings) {
        try {
            return surroundings.folder().resolve(word);
        } catch (InvalidPathException e) {
            throw new Stopped(ExitCode.BAD_INPUT, Printable.quoted(word) + " is no file name");
        }
    }

    private IncidentId incident() {
        try {
            return new IncidentId(incident.orElse(AD_HOC));
        } catch (IllegalArgumentException e) {
            throw new Stopped(ExitCode.BAD_INPUT, "--incident: " + e.getMessage());
        }
    }
}
