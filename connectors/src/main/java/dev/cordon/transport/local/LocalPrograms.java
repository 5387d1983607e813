package dev.cordon.transport.local;

import dev.cordon.operation.Value;
import dev.cordon.operation.VendorText;
import dev.cordon.transport.program.Programs;
import dev.cordon.transport.program.Ran;
import dev.cordon.transport.program.ShellText;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Starts programs of this machine by their argument lists, and waits for them.
 *
 * <p>A program sees the locale {@code C} and a {@code PATH}, and nothing else of Cordon's environment, where secrets
 * may be.
 *
 * @param deadline after which a program is killed
 * @param most bytes that it may write to each of its two outputs; more, and it is killed
 */
public record LocalPrograms(Duration deadline, int most) implements Programs {

    private static final List<String> ALSO_IN = List.of("/usr/sbin", "/sbin", "/usr/bin", "/bin");

    /** Half a minute, and 64 MiB: a table with every element that fits is about 10 MiB. */
    public static LocalPrograms here() {
        return new LocalPrograms(Duration.ofSeconds(30), 64 << 20);
    }

    @Override
    public Ran run(List<String> argv, String stdin) throws InterruptedException {
        var whole = new ArrayList<>(argv);
        if (whole.stream().anyMatch(argument -> argument.indexOf('\0') >= 0)) {
            return new Ran.NotStarted(new VendorText("an argument holds a NUL, which no program can be given"));
        }
        var program = find(whole.getFirst());
        if (program.isEmpty()) {
            return new Ran.NotStarted(new VendorText(whole.getFirst() + " is not installed"));
        }
        whole.set(0, program.get().toString());
        var builder = new ProcessBuilder(whole);
        builder.environment().clear();
        builder.environment().putAll(Map.of("LC_ALL", "C", "PATH", path()));
        try {
            return new RunningProgram(builder.start(), most).talk(stdin, deadline);
        } catch (IOException e) {
            return new Ran.NotStarted(new VendorText(String.valueOf(e.getMessage())));
        }
    }

    @Override
    public String render(List<Value> argv) {
        return ShellText.line(argv);
    }

    /** Where a program is; system tools are found even when {@code PATH} is an ordinary user's. */
    private static Optional<Path> find(String program) {
        var folders = program.startsWith("/") ? List.of("/") : List.of(path().split(File.pathSeparator));
        return folders.stream()
                .map(folder -> Path.of(folder).resolve(program))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    private static String path() {
        var own = Optional.ofNullable(System.getenv("PATH")).stream()
                .flatMap(path -> Stream.of(path.split(File.pathSeparator)))
                .filter(folder -> folder.startsWith("/"));
        return String.join(
                File.pathSeparator,
                Stream.concat(own, ALSO_IN.stream()).distinct().toList());
    }
}
