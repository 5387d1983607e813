package dev.cordon.report;

import dev.cordon.document.Durations;
import dev.cordon.operation.Value;
import dev.cordon.plan.Asset;
import dev.cordon.plan.Check;
import dev.cordon.plan.Each;
import dev.cordon.plan.Step;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Parts of a plan in words that text and JSON have in common. What came from outside is left as it is. */
final class Wording {

    private static final int NAMES = 3;

    private Wording() {}

    /** {@code gate: database orders on app-db}; the name alone where it touches nothing. */
    static String title(Step step) {
        var touched =
                String.join(", ", step.touches().stream().map(Asset::inWords).toList());
        return touched.isEmpty() ? step.name() : step.name() + ": " + touched;
    }

    static String title(Each each) {
        return each.name() + ": for each " + each.assetKind() + " found, at most " + each.atMost();
    }

    /** {@code /status is "SUSPENDED"}. */
    static String test(Check.Test test) {
        var at = test.at().value().isEmpty() ? "the answer" : test.at().value();
        return at
                + switch (test.is()) {
                    case EQUAL -> " is ";
                    case DIFFERENT -> " is not ";
                    case ONE_OF -> " is one of ";
                    case AT_LEAST -> " is at least ";
                }
                + value(test.value());
    }

    /** Promises as {@code ${name}}, as in rendered commands. */
    static String value(Value value) {
        return switch (value) {
            case Value.Plain(var json) -> json.toString();
            case Value.Saved(var name) -> "${" + name + "}";
            case Value.Item(var at) -> "${item" + at.value() + "}";
            case Value.Found(var at) -> "${found" + at.value() + "}";
            case Value.Key(var of) -> of == null ? "${key}" : "${key of " + of + "}";
            case Value.Secret(var name, var _, var _) -> "${secret:" + name + "}";
            case Value.Sealed(var name, var _) -> "${secret:" + name + "}";
            case Value.Row(var items) -> list(items.stream().map(Wording::value).toList(), "[", "]");
            case Value.Tree(var fields) ->
                list(
                        fields.entrySet().stream()
                                .map(field -> field.getKey() + ": " + value(field.getValue()))
                                .toList(),
                        "{",
                        "}");
        };
    }

    private static String list(List<String> items, String open, String close) {
        return open + String.join(", ", items) + close;
    }

    /** {@code 1d12h}, {@code 90s}; with parts of a second only where there is nothing else: {@code 500ms}. */
    static String time(Duration time) {
        var brief = !time.isZero() && time.compareTo(Duration.ofSeconds(1)) < 0;
        return brief ? time.toMillis() + "ms" : Durations.write(time);
    }

    /** {@code 1 × database (orders), 12 × role (a, b, c, …)}; {@code nothing} where nothing is touched. */
    static String touched(Collection<Asset> assets) {
        var byKind = assets.stream().collect(Collectors.groupingBy(Asset::kind, TreeMap::new, Collectors.toList()));
        var kinds = byKind.entrySet().stream()
                .map(kind -> kind.getValue().size() + " × " + kind.getKey() + " (" + names(kind.getValue()) + ")")
                .toList();
        return kinds.isEmpty() ? "nothing" : String.join(", ", kinds);
    }

    private static String names(List<Asset> assets) {
        var names = assets.stream()
                .map(asset -> asset.names().isEmpty() ? asset.id() : String.join("/", asset.names()))
                .distinct()
                .toList();
        return String.join(", ", names.stream().limit(NAMES).toList()) + (names.size() > NAMES ? ", …" : "");
    }
}
