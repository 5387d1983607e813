package dev.cordon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.action.ActionIds;
import dev.cordon.configuration.ConfigurationReader;
import dev.cordon.connectors.ConnectorRegistry;
import dev.cordon.document.Reading;
import dev.cordon.playbook.PlaybookReader;
import dev.cordon.testing.EditorCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The schemas that are published say what this version reads. */
class SchemaCommandTest {

    private static final Path DOCS = Path.of("../docs");
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$");

    private final Clock clock = Clock.systemUTC();
    private final PlaybookReader playbooks = new PlaybookReader(new ActionIds(clock, new Random(7)));
    private final ConfigurationReader configurations = new ConfigurationReader(ConnectorRegistry.types(clock));

    @TempDir
    Path folder;

    @Test
    void the_published_schemas_are_current() throws IOException {
        assertThat(published("playbook")).isEqualTo(playbooks.jsonSchema().toPrettyString() + "\n");
        assertThat(published("configuration"))
                .isEqualTo(configurations.jsonSchema().toPrettyString() + "\n");
    }

    @Test
    void the_schemas_are_themselves_valid() {
        assertThat(EditorCheck.ofSchemas().complaints(playbooks.jsonSchema())).isEmpty();
        assertThat(EditorCheck.ofSchemas().complaints(configurations.jsonSchema()))
                .isEmpty();
    }

    @Test
    void schema_prints_the_one_that_is_asked_for_with_and_without_json() throws IOException {
        var bench = new Bench(folder);

        var playbook = bench.run("schema", "playbook");
        var configuration = bench.run("schema", "configuration", "--json");

        assertThat(playbook.out()).isEqualTo(published("playbook"));
        assertThat(configuration
                        .json()
                        .at("/properties/platforms/additionalProperties/properties/type/enum/0")
                        .stringValue())
                .isEqualTo("folder");
    }

    @Test
    void schema_without_a_word_or_with_another_one_is_bad_input() throws IOException {
        var bench = new Bench(folder);

        assertThat(bench.run("schema").code()).isEqualTo(2);
        assertThat(bench.run("schema", "plan").code()).isEqualTo(2);
    }

    @Test
    void every_playbook_in_the_documentation_is_read_and_valid() {
        assertAllTaken(
                examples("actions:").toList(),
                text -> playbooks.read(file(text)),
                new EditorCheck(playbooks.jsonSchema()));
    }

    @Test
    void every_configuration_in_the_documentation_is_read_and_valid() {
        assertAllTaken(
                examples("platforms:").toList(),
                text -> configurations.read(file(text)),
                new EditorCheck(configurations.jsonSchema()));
    }

    private interface Reader {
        Reading<?> read(String text);
    }

    private static void assertAllTaken(List<String> examples, Reader reader, EditorCheck editor) {
        assertThat(examples).isNotEmpty().allSatisfy(example -> {
            assertThat(reader.read(example)).isInstanceOf(Reading.Read.class);
            assertThat(editor.complaints(example)).isEmpty();
        });
    }

    private static String published(String name) throws IOException {
        return Files.readString(DOCS.resolve("schemas/" + name + ".schema.json"));
    }

    /** Those blocks of YAML that have this line. */
    private static Stream<String> examples(String line) {
        return pages().stream()
                .flatMap(page -> EXAMPLE.matcher(page).results())
                .map(found -> found.group(1))
                .filter(example -> example.lines().anyMatch(line::equals));
    }

    private static List<String> pages() {
        try (var docs = Files.walk(DOCS)) {
            return Stream.concat(docs, Stream.of(DOCS.resolveSibling("README.md")))
                    .filter(page -> page.toString().endsWith(".md"))
                    .map(SchemaCommandTest::text)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String text) {
        try {
            return Files.writeString(folder.resolve("example.yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
