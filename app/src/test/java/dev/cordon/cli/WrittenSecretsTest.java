package dev.cordon.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Searches everything that command lines wrote, on both outputs and into the data folder, for every secret that they
 * used: one from the environment, one from a file, the sealing key, and a password that was made.
 */
class WrittenSecretsTest {

    private static final String FROM_FILE = "from file \"a/b+c\" é";

    private Bench bench;
    private final List<Bench.Outcome> outcomes = new ArrayList<>();

    @BeforeEach
    void bench(@TempDir Path folder) throws IOException {
        bench = new Bench(folder);
        bench.seal();
        var password = bench.write("gate-password", FROM_FILE);
        bench.write(
                "cordon.yaml",
                Files.readString(bench.folder.resolve("cordon.yaml")) + "  gate: { type: folder, path: " + bench.edge
                        + ", password: 'file:" + password + "' }\n");
    }

    @Test
    void no_secret_is_written_anywhere_whatever_happens() throws IOException {
        run("plan");
        with(".fail", () -> run("apply"));
        with(".refuse", () -> run("apply"));
        with(".down", () -> run("apply"));
        with(".stop-put", () -> run("apply"));
        var made = new ArrayList<>(List.of(Files.readString(bench.edge.resolve(FolderPlatform.GUARDED))));
        var interrupted = latest();
        outcomes.add(bench.run("-v", "resume", interrupted));
        with(".refuse", () -> outcomes.add(bench.run("-v", "rollback", interrupted, "--yes")));
        outcomes.add(bench.run("-v", "rollback", interrupted, "--yes"));
        run("apply");
        made.add(Files.readString(bench.edge.resolve(FolderPlatform.GUARDED)));
        for (var command : List.of("status", "report")) {
            outcomes.add(bench.run("-v", command, latest()));
            outcomes.add(bench.run("-v", command, latest(), "--json"));
        }
        outcomes.add(bench.run("-v", "audit", "export", latest()));
        outcomes.add(bench.bare(Map.of(), "-v", "--data", bench.data.toString(), "platforms", "test"));

        assertThat(outcomes).extracting(Bench.Outcome::code).contains(0, 1);
        assertThat(made).doesNotHaveDuplicates().allMatch(password -> password.length() == 24);
        made.addAll(List.of(Bench.SECRET, FROM_FILE, Files.readString(bench.folder.resolve("sealing.key"))));
        var written = written();
        assertThat(made)
                .allSatisfy(
                        secret -> assertThat(Spellings.of(secret).in(written)).isEmpty());
    }

    @Test
    void a_secret_that_was_written_is_found_in_each_spelling() throws IOException {
        run("apply");
        var secret = "Aa1!+" + FROM_FILE;
        var spellings = Map.<String, UnaryOperator<String>>of(
                "itself", it -> it,
                "JSON", it -> it.replace("\"", "\\\""),
                "URL", it -> URLEncoder.encode(it, UTF_8),
                "hex", it -> HexFormat.of().formatHex(it.getBytes(UTF_8)),
                "base64", it -> Base64.getEncoder().encodeToString(("x" + it + "y").getBytes(UTF_8)));

        for (var spelling : spellings.entrySet()) {
            var spelled = spelling.getValue().apply(secret);
            Files.writeString(bench.data.resolve("tmp/planted"), "before " + spelled + " after");
            assertThat(Spellings.of(secret).in(written())).contains(spelling.getKey());
        }
    }

    private void run(String command) {
        bench.pace.forward(Duration.ofSeconds(1)); // the last run is the first that status lists
        var words = List.of("-v", command, "firewall_block", "target=" + FolderPlatform.GUARDED, "target_type=ip");
        var more = List.of("direction=both", "reason=C2 server", "id=c2", "on=edge");
        var all = new ArrayList<>(words);
        all.addAll(more);
        if (command.equals("apply")) {
            all.add("--yes");
        }
        outcomes.add(bench.run(all.toArray(String[]::new)));
    }

    private interface Doing {
        void run() throws IOException;
    }

    private void with(String trouble, Doing doing) throws IOException {
        var file = Files.createFile(bench.edge.resolve(trouble));
        doing.run();
        Files.delete(file);
    }

    private String latest() {
        return bench.run("status", "--json").json().at("/runs/0/run").stringValue();
    }

    /** Both outputs of each command, and every file of the data folder with its name, byte by byte. */
    private String written() throws IOException {
        var all = new StringBuilder();
        outcomes.forEach(outcome -> all.append(raw(outcome.out())).append(raw(outcome.err())));
        try (var files = Files.walk(bench.data)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                all.append(raw(file.toString())).append(new String(Files.readAllBytes(file), ISO_8859_1));
            }
        }
        return all.toString();
    }

    private static String raw(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }
}
