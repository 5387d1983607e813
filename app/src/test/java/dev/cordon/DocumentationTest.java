package dev.cordon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.action.ActionKind;
import dev.cordon.connectors.ConnectorRegistry;
import dev.cordon.plan.PlatformType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages name what is there: a class that was renamed, a page that was never written, a row that is out of date. */
class DocumentationTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)");
    private static final Pattern CLASS = Pattern.compile("`([a-z]+)\\.([A-Z][A-Za-z]+)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_]+)` \\| (.*?) \\|");

    @Test
    void each_page_that_a_page_links_to_is_there() throws IOException {
        var missing = pages().stream()
                .flatMap(page -> found(LINK, page).map(link -> page.resolveSibling(link.group(1))))
                .filter(Files::notExists)
                .toList();

        assertThat(missing).isEmpty();
    }

    @Test
    void each_class_that_the_architecture_names_is_there() {
        var named = found(CLASS, ROOT.resolve("docs/architecture.md")).toList();

        var missing = named.stream()
                .filter(name -> modules()
                        .noneMatch(module -> Files.exists(module.resolve(
                                "src/main/java/dev/cordon/" + name.group(1) + "/" + name.group(2) + ".java"))))
                .map(MatchResult::group)
                .toList();

        assertThat(named).hasSizeGreaterThan(30);
        assertThat(missing).isEmpty();
    }

    @Test
    void the_coverage_page_says_of_each_action_which_types_carry_it() {
        var types = ConnectorRegistry.types(Clock.systemUTC());

        var rows = found(ROW, ROOT.resolve("docs/coverage.md"))
                .map(row -> row.group(1) + ": " + row.group(2))
                .toList();

        assertThat(rows)
                .isEqualTo(Arrays.stream(ActionKind.values())
                        .map(kind -> kind.key() + ": " + carriers(kind, types))
                        .toList());
    }

    private static String carriers(ActionKind kind, List<PlatformType> types) {
        var links = types.stream()
                .filter(type -> type.carries().contains(kind))
                .map(type -> "[" + type.name() + "](platforms/" + type.name() + ".md)")
                .toList();
        return links.isEmpty() ? "–" : String.join(", ", links);
    }

    private static List<Path> pages() throws IOException {
        try (var top = Files.list(ROOT);
                var docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(page -> page.toString().endsWith(".md"))
                    .toList();
        }
    }

    private static Stream<Path> modules() {
        return Stream.of("core", "connectors", "lab", "app").map(ROOT::resolve);
    }

    private static Stream<MatchResult> found(Pattern pattern, Path page) {
        try {
            return pattern.matcher(Files.readString(page)).results().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
