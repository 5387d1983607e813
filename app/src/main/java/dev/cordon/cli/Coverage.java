package dev.cordon.cli;

import dev.cordon.action.ActionKind;
import dev.cordon.action.Catalogue;
import dev.cordon.plan.PlatformType;
import java.util.List;

/** Which types of platform carry an action today; also as the page {@code docs/coverage.md}, which a test keeps true. */
record Coverage(List<PlatformType> types) {

    /** Their names, in the order of the registry. */
    List<String> carriers(ActionKind kind) {
        return types.stream()
                .filter(type -> type.carries().contains(kind))
                .map(PlatformType::name)
                .toList();
    }

    String markdown() {
        var page = new StringBuilder("""
                # Which action works where

                Generated from the registry by `cordon actions --markdown`. An action without a platform is refused when it is planned,
                with exactly that reason. What a platform needs and does is on its page.

                | action | what it does | platforms |
                |---|---|---|
                """);
        Catalogue.all().entries().forEach(entry -> page.append(row(entry)));
        return page.toString();
    }

    private String row(Catalogue.Entry entry) {
        var pages = carriers(ActionKind.of(entry.key()).orElseThrow()).stream()
                .map(type -> "[" + type + "](platforms/" + type + ".md)")
                .toList();
        var where = pages.isEmpty() ? "not yet" : String.join(", ", pages);
        return "| `" + entry.key() + "` | " + entry.summary() + " | " + where + " |\n";
    }
}
