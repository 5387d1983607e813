package dev.cordon.cli;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The three streams of a process, in UTF-8 whatever the locale says, since JSON has no other encoding (RFC 8259 §8.1).
 *
 * @param person somebody sits there who can be asked: standard input and standard error are a terminal
 * @param rewrites standard error is a terminal on which a line can be written over
 */
record Terminal(BufferedReader in, PrintStream out, PrintStream err, boolean person, boolean rewrites) {

    private static final Pattern TERMINAL = Pattern.compile("/dev/(pts/\\d+|tty\\w*|console)");

    /** That of this process. */
    static Terminal ofProcess(Map<String, String> environment) {
        var typed = isTerminal(0);
        var seen = isTerminal(2);
        return new Terminal(
                new BufferedReader(
                        new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8)),
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                typed && seen,
                seen && !"dumb".equals(environment.getOrDefault("TERM", "dumb")));
    }

    /** Java itself only knows of standard input and output together. */
    private static boolean isTerminal(int descriptor) {
        try {
            var target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor));
            return TERMINAL.matcher(target.toString()).matches();
        } catch (IOException e) {
            return false; // closed, or no /proc: then nobody can be asked
        }
    }
}
