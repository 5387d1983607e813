package dev.cordon.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTest {

    private enum Colour implements Word {
        RED,
        DARK_BLUE
    }

    private static final Parameter<String> NAME = Parameter.required("name", Types.line(10), "A name.");
    private static final Parameter<Integer> COUNT = Parameter.defaulted("count", Types.integer(0, 9), 1, "A number.");
    private static final Parameter<Optional<Colour>> COLOUR =
            Parameter.optional("colour", Types.oneOf(Colour.values()), "A colour.");
    private static final Parameter<Boolean> LOUD =
            Parameter.defaulted("loud", Types.trueOrFalse(), false, "True or false.");
    private static final Schema THING =
            Schema.of("a thing", NAME, COUNT, COLOUR, LOUD).rule(NAME, COUNT, SchemaTest::tooShort);
    private static final Type<Values> TYPE = Types.group(THING, values -> values, values -> values);

    private static Optional<String> tooShort(String name, int count) {
        return name.length() < count ? Optional.of("the name is shorter than count") : Optional.empty();
    }

    @Test
    void yaml_and_json_give_the_same_values_and_the_same_problems() {
        var right = "{\"name\": \"x\", \"colour\": \"dark_blue\"}";
        var wrong = "{\"nam\": \"x\",\n \"count\": 10,\n \"colour\": \"dark-blue\", \"loud\": \"true\"}";

        assertThat(Reads.value(TYPE, right))
                .hasToString("{\"name\":\"x\",\"count\":1,\"colour\":\"dark_blue\",\"loud\":false}");
        assertThat(Reads.problems(TYPE, wrong))
                .containsExactly(
                        "f:1:1: a thing needs 'name' (text)",
                        "f:1:2: a thing has no 'nam'; did you mean 'name'?",
                        "f:2:11: 10 is out of range: integer 0..9 is wanted",
                        "f:3:12: one of red|dark_blue is wanted here, not 'dark-blue'; did you mean 'dark_blue'?",
                        "f:3:33: true or false is wanted here, without quotes, not 'true'; did you mean 'true'?")
                .isEqualTo(jsonProblems(wrong));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{name: x, count: '1'} | is text: write the number without quotes",
                "{name: x, count: 0x1} | in decimal digits",
                "{name: x, count: 01} | in decimal digits",
                "{name: x, count: 1.0} | in decimal digits",
                "{name: x, count: 99999999999999999999} | in decimal digits",
                "{name: x, count: } | has no value",
                "{name: null} | needs 'name'",
                "{name: [x]} | text is wanted here, not a list",
                "{name: x, loud: yes} | did you mean 'true'?",
                "{name: x, loud: 0} | did you mean 'false'?",
                "{name: x, colour: RED} | did you mean 'red'?",
                "{name: x, count: 2} | f:1:8: the name is shorter than count",
                "[name] | has its parameters below it",
                "name | has its parameters below it"
            })
    void wrong_value_is_one_problem_with_its_reason(String yaml, String problem) {
        assertThat(Reads.problems(TYPE, yaml)).singleElement().asString().contains(problem);
    }

    @Test
    void rule_is_not_asked_when_a_value_of_it_could_not_be_read() {
        assertThat(Reads.problems(TYPE, "{name: x, count: many}")).hasSize(1);
    }

    @Test
    void one_of_several_has_to_be_given_and_differ_from_its_default() {
        var either = Types.group(
                Schema.of("a thing", COUNT, LOUD).atLeastOne(COUNT, LOUD), values -> values, values -> values);

        assertThat(Reads.problems(either, "{}")).containsExactly("f:1:1: a thing needs at least one of count, loud");
        assertThat(Reads.problems(either, "{count: 1}"))
                .containsExactly("f:1:9: a thing needs at least one of count, loud");
        assertThat(Reads.problems(either, "{count: x}")).hasSize(1);
        assertThat(Reads.problems(either, "{loud: true}")).isEmpty();
    }

    @Test
    void single_value_of_one_or_more_needs_no_brackets() {
        var type = Types.oneOrMore(Types.line(10));

        assertThat(Reads.value(type, "x")).containsExactly("x");
        assertThat(Reads.value(type, "[x, y]")).containsExactly("x", "y");
        assertThat(Reads.problems(type, "[]")).hasSize(1);
        assertThat(type.write(List.of("x"))).hasToString("\"x\"");
        assertThat(type.write(List.of("x", "y"))).hasToString("[\"x\",\"y\"]");
    }

    @Test
    void hundred_problems_are_kept_and_the_rest_is_counted() {
        var type = Types.listOf(Types.integer(0, 9));

        var problems = Reads.problems(type, "- x\n".repeat(120));

        assertThat(problems).hasSize(101).last().asString().contains("there are 20 more problems");
    }

    private static List<String> jsonProblems(String text) {
        var problems = new Problems();
        Documents.json("f", text, problems).flatMap(node -> TYPE.read(node, problems));
        return problems.list().stream().map(Problem::toString).toList();
    }
}
