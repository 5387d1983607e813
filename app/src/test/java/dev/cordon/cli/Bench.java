package dev.cordon.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.scripted.VirtualPace;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One user with a folder, a configuration and a platform {@code edge}; runs command lines in this process. */
final class Bench {

    static final String SECRET = "tr0ub4dor&3";
    static final String[] BLOCK = {
        "firewall_block", "target=198.51.100.1", "target_type=ip", "direction=both", "reason=C2 server", "id=c2"
    };

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** What one command line came to. */
    record Outcome(int code, String out, String err) {

        /** Standard output, which must be exactly one document. */
        JsonNode json() {
            return STRICT.readTree(out);
        }
    }

    final Path folder;
    final Path edge;
    final Path data;
    final VirtualPace pace = new VirtualPace();
    private final Random random = new Random(7);
    private Optional<String> typed = Optional.empty();
    private String user = "responder";

    Bench(Path folder) throws IOException {
        this.folder = folder;
        this.edge = Files.createDirectory(folder.resolve("edge"));
        this.data = folder.resolve("data");
        write("cordon.yaml", "platforms:\n  edge: { type: folder, path: " + edge + ", password: env:EDGE_PASSWORD }\n");
    }

    Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** From now on passwords that are made can be sealed. */
    void seal() throws IOException {
        var key = write("sealing.key", Base64.getEncoder().encodeToString(new byte[] {
            17, 4, -3, 88, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
            16
        }));
        var configuration = folder.resolve("cordon.yaml");
        write("cordon.yaml", "sealing: { key: 'file:" + key + "' }\n" + Files.readString(configuration));
    }

    /** Applies a block that makes a password, as action {@code c2}. */
    void guarded() {
        var outcome = run(
                "apply",
                "firewall_block",
                "target=" + FolderPlatform.GUARDED,
                "target_type=ip",
                "direction=both",
                "reason=C2 server",
                "id=c2",
                "--yes");
        assertThat(outcome.code()).as(outcome.err()).isZero();
    }

    /** The next command finds a person at a terminal who types this. */
    Bench atTerminal(String answer) {
        typed = Optional.of(answer);
        return this;
    }

    /** The next command is typed by somebody else. */
    Bench as(String other) {
        user = other;
        return this;
    }

    /** With {@code --data} before the arguments. */
    Outcome run(String... arguments) {
        return bare(Stream.concat(Stream.of("--data", data.toString()), Stream.of(arguments))
                .toArray(String[]::new));
    }

    Outcome bare(String... arguments) {
        return bare(Map.of("EDGE_PASSWORD", SECRET), arguments);
    }

    Outcome bare(Map<String, String> environment, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var terminal = new Terminal(
                new BufferedReader(new StringReader(typed.orElse(""))),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                typed.isPresent(),
                false);
        typed = Optional.empty();
        var surroundings = new Surroundings(
                terminal, pace, random, environment, folder, folder, user, false, List.of(new FolderType()), () -> {});
        user = "responder";
        var code = new Cordon(surroundings).run(arguments);
        var outcome = new Outcome(code.number(), out.toString(UTF_8), err.toString(UTF_8));
        assertThat(outcome.out() + outcome.err()).doesNotContain(SECRET);
        return outcome;
    }

    /** A command and the block of {@link #BLOCK}, then more. */
    Outcome block(String command, String... more) {
        pace.forward(Duration.ofSeconds(1));
        return run(Stream.of(Stream.of(command), Stream.of(BLOCK), Stream.of(more))
                .flatMap(words -> words)
                .toArray(String[]::new));
    }

    /** Applies the block and says in which run. */
    String applied() {
        var outcome = block("apply", "--yes", "--json");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        return outcome.json().path("run").stringValue();
    }

    /** Applies the block, and is stopped right after it was sent; says in which run. */
    String interrupted() throws IOException {
        var stop = Files.createFile(edge.resolve(".stop-put"));
        assertThat(block("apply", "--yes").code()).isEqualTo(ExitCode.STOPPED.number());
        Files.delete(stop);
        return run("status", "--json").json().at("/runs/0/run").stringValue();
    }

    boolean blocked() {
        return Files.exists(edge.resolve("198.51.100.1"));
    }
}
