package dev.cordon.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.plan.Canonical;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

final class DifferencesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"a":1}             | {"a":1}             | ``
        {"a":1}             | {"a":2}             | /a was 1, is 2
        {"a":1}             | {}                  | /a was 1, is absent
        {}                  | {"a":"x"}           | /a was absent, is "x"
        {"a":null}          | {"a":"x"}           | /a was absent, is "x"
        {"a":{"b":1,"c":2}} | {"a":{"b":1,"c":3}} | /a/c was 2, is 3
        {"a":1,"b":1}       | {"a":2,"b":2}       | /a was 1, is 2; /b was 1, is 2
        {"a":["x","y"]}     | {"a":["y","z"]}     | /a lost "x"; /a gained "z"
        {"a":["x","y"]}     | {"a":["y","x"]}     | /a is in another order
        {"a":["x","x"]}     | {"a":["x"]}         | /a lost "x"
        {"a":["x"]}         | {"a":["x","x"]}     | /a gained "x"
        {"a":[]}            | {"a":{}}            | /a was [], is {}
        """)
    void are_told_place_by_place(String before, String now, String told) {
        assertThat(Differences.between(Canonical.parse(before), Canonical.parse(now)))
                .isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"8, false", "9, true"})
    void beyond_eight_are_only_counted(int many, boolean counted) {
        var before = numbers(many, 1);
        var now = numbers(many, 2);

        var told = Differences.between(before, now);

        assertThat(told.split(" was ")).hasSize(8 + 1);
        assertThat(told.endsWith("; and 1 more")).isEqualTo(counted);
    }

    @ParameterizedTest
    @CsvSource({"158, 160", "159, 161"})
    void long_values_are_cut(int length, int shown) {
        var told = Differences.between(
                Canonical.parse("{\"a\":1}"), Canonical.parse("{\"a\":\"" + "x".repeat(length) + "\"}"));

        assertThat(told).hasSize("/a was 1, is ".length() + shown);
        assertThat(told.endsWith("…")).isEqualTo(length > 158);
    }

    /** Else a drift would go unnoticed, or an undo would never be proven. */
    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void are_none_exactly_where_the_texts_are_equal(@ForAll("trees") JsonNode one, @ForAll("trees") JsonNode other) {
        assertThat(Differences.between(one, one.deepCopy())).isEmpty();
        assertThat(Differences.between(one, other).isEmpty())
                .isEqualTo(one.toString().equals(other.toString()));
    }

    /** Sorted keys, as facts are. */
    @Provide
    Arbitrary<JsonNode> trees() {
        var leaves = Arbitraries.of("1", "2", "null", "\"\"", "\"a\"", "\"null\"", "true", "{}", "[]");
        return Arbitraries.lazyOf(
                        () -> leaves,
                        () -> leaves.list().ofMaxSize(3).map(items -> "[" + String.join(",", items) + "]"),
                        () -> Arbitraries.maps(Arbitraries.of("a", "b", "a/b"), leaves)
                                .ofMaxSize(3)
                                .map(DifferencesTest::object))
                .list()
                .ofMinSize(1)
                .ofMaxSize(2)
                .map(items ->
                        Canonical.parse(items.size() == 1 ? items.getFirst() : "[" + String.join(",", items) + "]"));
    }

    private static String object(Map<String, String> fields) {
        var text = new StringJoiner(",", "{", "}");
        new TreeMap<>(fields).forEach((name, value) -> text.add("\"" + name + "\":" + value));
        return text.toString();
    }

    private static JsonNode numbers(int many, int value) {
        var fields = new TreeMap<String, String>();
        for (var i = 0; i < many; i++) {
            fields.put("n" + i, Integer.toString(value));
        }
        return Canonical.parse(object(fields));
    }
}
