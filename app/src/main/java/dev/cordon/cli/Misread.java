package dev.cordon.cli;

import dev.cordon.cli.Ending.Trouble;
import java.util.regex.Pattern;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Makes one line of a command line that cannot be understood. Arguments are counted from 1, as in all our places. */
final class Misread {

    private static final Pattern UNMATCHED = Pattern.compile("^Unmatched arguments? (?:at|from) index ([0-9]{1,6}): ");
    private static final Pattern POSITION = Pattern.compile("positional parameter at index [0-9.*]+ \\(([^)]+)\\)");

    private Misread() {}

    static Trouble of(ParameterException e) {
        var command = e.getCommandLine().getCommandSpec().qualifiedName();
        return Trouble.of(
                ExitCode.BAD_INPUT,
                words(String.valueOf(e.getMessage())) + meant(e) + "; see '" + command + " --help'");
    }

    private static String words(String message) {
        var unmatched = UNMATCHED.matcher(message);
        if (unmatched.find()) {
            var number = Integer.parseInt(unmatched.group(1)) + 1;
            return "argument " + number + " is not taken here: " + message.substring(unmatched.end());
        }
        return POSITION.matcher(message).replaceFirst("$1");
    }

    private static String meant(ParameterException e) {
        return e instanceof UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions().stream()
                        .findFirst()
                        .map(name -> "; did you mean '" + name + "'?")
                        .orElse("")
                : "";
    }
}
