package dev.cordon.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.document.Reading;
import dev.cordon.paper.PaperType;
import dev.cordon.testing.EditorCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever somebody writes is either read or gives problems with places; it is never an exception. */
class ConfigurationReaderProperties {

    private static Path file;

    @BeforeContainer
    static void makeFile() throws IOException {
        file = Files.createTempFile("cordon", ".yaml");
    }

    @AfterContainer
    static void deleteFile() throws IOException {
        Files.delete(file);
    }

    @Property(tries = 500)
    void any_keys_in_any_order_are_read_or_refused_with_their_places(
            @ForAll("sections") List<String> sections, @ForAll("platforms") List<List<String>> platforms)
            throws IOException {
        var text = new StringBuilder(String.join("\n", sections)).append("\nplatforms:\n");
        for (var i = 0; i < platforms.size(); i++) {
            text.append("  p").append(i).append(": {");
            text.append(String.join(", ", platforms.get(i))).append("}\n");
        }

        var reader = new ConfigurationReader(List.of(new PaperType("paper")));
        var reading = reader.read(Files.writeString(file, text));

        switch (reading) {
            case Reading.Read<Configuration>(var configuration) -> {
                assertThat(configuration.platforms()).hasSameSizeAs(platforms);
                assertThat(new EditorCheck(reader.jsonSchema()).complaints(text.toString()))
                        .isEmpty();
            }
            case Reading.Wrong<Configuration>(var problems) ->
                assertThat(problems)
                        .isNotEmpty()
                        .allMatch(problem -> problem.place().line() > 0);
        }
    }

    @Provide
    static Arbitrary<List<String>> sections() {
        return Arbitraries.of("approval: {}", "users: []", "platform: x", "store: ~")
                .list()
                .uniqueElements()
                .ofMaxSize(3);
    }

    @Provide
    static Arbitrary<List<List<String>>> platforms() {
        return Arbitraries.of(
                        "type: paper",
                        "type: okta",
                        "type: ~",
                        "type: {}",
                        "desk: left",
                        "desk: []",
                        "sheets: 7",
                        "sheets: many",
                        "password: env:PAPER",
                        "password: secret",
                        "drawer: 1")
                .list()
                .uniqueElements()
                .ofMaxSize(5)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }
}
