package dev.cordon.document;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads texts as a caller would, for tests that look at the problems. */
final class Reads {

    private Reads() {}

    static List<String> yamlProblems(String text) {
        return problems(text, (yaml, problems) -> Documents.yaml("f", yaml, problems));
    }

    static List<String> jsonProblems(String text) {
        return problems(text, (json, problems) -> Documents.json("f", json, problems));
    }

    /** What a type says about a piece of YAML. */
    static List<String> problems(Type<?> type, String yaml) {
        return problems(
                yaml,
                (text, problems) -> Documents.yaml("f", text, problems).flatMap(node -> type.read(node, problems)));
    }

    static <T> T value(Type<T> type, String yaml) {
        var problems = new Problems();
        return Documents.yaml("f", yaml, problems)
                .flatMap(node -> type.read(node, problems))
                .orElseThrow(() -> new AssertionError(problems.list().toString()));
    }

    private static List<String> problems(String text, BiFunction<String, Problems, Optional<?>> reader) {
        var problems = new Problems();
        reader.apply(text, problems);
        return problems.list().stream().map(Problem::toString).toList();
    }
}
