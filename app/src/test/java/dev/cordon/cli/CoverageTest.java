package dev.cordon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.connectors.ConnectorRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private static final Coverage COVERAGE = new Coverage(ConnectorRegistry.types(Clock.systemUTC()));

    @Test
    void the_page_says_what_the_registry_carries() throws IOException {
        var page = Files.readString(Path.of("../docs/coverage.md"));

        assertThat(page).isEqualTo(COVERAGE.markdown());
    }

    @Test
    void every_type_of_platform_has_its_page() {
        assertThat(COVERAGE.types())
                .isNotEmpty()
                .allSatisfy(type -> assertThat(Path.of("../docs/platforms/" + type.name() + ".md"))
                        .isRegularFile());
    }
}
