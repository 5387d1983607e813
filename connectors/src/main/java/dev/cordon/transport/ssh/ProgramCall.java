package dev.cordon.transport.ssh;

import dev.cordon.plan.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One program as it is sent: the fixed script {@code program.sh}, and behind it two here-documents in base64.
 *
 * @param arguments of the program, its name first: {@code =BASE64}, one a line, so that none is an empty line
 * @param input in one line of base64, which is empty where there is none
 */
record ProgramCall(String arguments, String input) {

    private static final String SCRIPT = script("program.sh");

    ProgramCall(List<String> argv, String stdin) {
        this(argv.stream().map(argument -> "=" + base64(argument)).collect(Collectors.joining("\n")), base64(stdin));
    }

    /** Over both, so that the host can tell whether all of it came. */
    String sha256() {
        return Digest.of((arguments + "\n" + input).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** A line of base64 never is the end of a here-document: that one holds a character that base64 lacks. */
    String script() {
        return SCRIPT + arguments + "\nEND_OF_ARGUMENTS\n" + input + "\nEND_OF_INPUT\n";
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String script(String name) {
        try (var in = ProgramCall.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the script " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
