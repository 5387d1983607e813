package dev.cordon.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    private static final Parameter<String> TEXT = Parameter.defaulted("text", Types.line(99), "", "A text.");
    private static final Parameter<Integer> COUNT = Parameter.defaulted("count", Types.integer(0, 9), 0, "A number.");
    private static final Parameter<List<String>> MANY =
            Parameter.defaulted("many", Types.listOf(Types.line(99)), List.of(), "Texts.");
    private static final Schema INNER = Schema.of("inner", TEXT);
    private static final Parameter<Values> GROUP = Parameter.defaulted(
            "group", Types.group(INNER, values -> values, values -> values), Values.of(), "A mapping.");
    private static final Schema SCHEMA = Schema.of("a thing", TEXT, COUNT, MANY, GROUP);

    @Test
    void words_are_read_as_a_file_would_be() {
        var values = values("text=a=b, c", "count=7", "group={text: x}");

        assertThat(values.get(TEXT)).isEqualTo("a=b, c");
        assertThat(values.get(COUNT)).isEqualTo(7);
        assertThat(values.get(GROUP)).isEqualTo(Values.of(TEXT.is("x")));
    }

    @Test
    void list_is_written_with_commas_in_brackets_or_word_by_word() {
        assertThat(values("many=a, b").get(MANY)).containsExactly("a", "b");
        assertThat(values("many=[a, 'b,c']").get(MANY)).containsExactly("a", "b,c");
        assertThat(values("many=a", "many=b,c").get(MANY)).containsExactly("a", "b", "c");
        assertThat(values("many=").get(MANY)).isEmpty();
    }

    @Test
    void every_mistake_names_its_word() {
        assertThat(problems("count=x", "text", "=y", "txt=z", "group={txt: 1}", "group2={"))
                .containsExactlyInAnyOrder(
                        "argument 3: integer 0..9 is wanted here, in decimal digits, not 'x'",
                        "argument 4: 'text' is not key=value",
                        "argument 5: '=y' is not key=value",
                        "argument 6: a thing has no 'txt'; did you mean 'text'?",
                        "argument 7: inner has no 'txt'; did you mean 'text'?",
                        "argument 8: a thing has no 'group2'; did you mean 'group'?");
    }

    @Test
    void piece_of_yaml_that_is_none_names_its_word() {
        assertThat(problems("group={")).singleElement().asString().startsWith("argument 3: is no YAML");
    }

    @Test
    void nul_and_half_characters_are_refused() {
        assertThat(problems("text=a\0b")).containsExactly("argument 3: holds a NUL character");
        assertThat(problems("text=\ud83d")).containsExactly("argument 3: holds half a character (a lone surrogate)");
    }

    private static Values values(String... words) {
        var problems = new Problems();
        var values = SCHEMA.read(Arguments.read(List.of(words), 3, problems), Place.of("command"), problems);
        assertThat(problems.list()).isEmpty();
        return values.orElseThrow();
    }

    private static List<String> problems(String... words) {
        var problems = new Problems();
        SCHEMA.read(Arguments.read(List.of(words), 3, problems), Place.of("command"), problems);
        return problems.list().stream().map(Problem::toString).toList();
    }
}
