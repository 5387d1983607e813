package dev.cordon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages name what is there: a class that was renamed, a page that was never written. */
class DocumentationTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)");
    private static final Pattern CLASS = Pattern.compile("`([a-z]+)\\.([A-Z][A-Za-z]+)");

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
