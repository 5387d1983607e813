package dev.cordon.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AuditExportCommandTest {

    private static final JsonMapper JSON = new JsonMapper();

    private Bench bench;

    @BeforeEach
    void bench(@TempDir Path folder) throws IOException {
        bench = new Bench(folder);
    }

    /** As docs/operations.md describes it. */
    @Test
    void anybody_can_follow_the_chain_of_what_was_exported() throws Exception {
        var run = bench.applied();

        var lines = bench.run("audit", "export", run)
                .out()
                .lines()
                .map(JSON::readTree)
                .toList();

        assertThat(lines).extracting(line -> line.path("seq").intValue()).startsWith(1, 2, 3);
        assertThat(lines)
                .extracting(line -> line.path("kind").stringValue())
                .startsWith("accepted")
                .endsWith("closed");
        var previous = "0".repeat(64);
        for (var line : lines) {
            previous = hash(line, previous);
            assertThat(line.path("hash").stringValue()).isEqualTo(previous);
        }
    }

    @Test
    void as_json_it_is_one_document() {
        var run = bench.applied();

        var json = bench.run("audit", "export", run, "--json").json();

        assertThat(json.path("run").stringValue()).isEqualTo(run);
        assertThat(json.at("/entries/0/kind").stringValue()).isEqualTo("accepted");
    }

    @Test
    void a_run_that_is_not_known_is_said_so() {
        bench.applied();

        assertThat(bench.run("audit", "export", "RUN-9").code()).isNotZero();
    }

    private static String hash(JsonNode entry, String previous) throws IOException, NoSuchAlgorithmException {
        var bytes = new ByteArrayOutputStream();
        var fields = new DataOutputStream(bytes);
        for (var name : List.of("run", "seq", "at", "kind", "body")) {
            write(fields, entry.path(name).asString());
        }
        write(fields, previous);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
    }

    private static void write(DataOutputStream fields, String text) throws IOException {
        fields.writeInt(text.getBytes(UTF_8).length);
        fields.write(text.getBytes(UTF_8));
    }
}
