package dev.cordon.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.document.Node.Mapping;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** One tree with the same places, whichever notation it was read from; what is more than a tree is refused. */
class TreesTest {

    @Property(tries = 500)
    void any_json_is_the_same_tree_as_yaml(@ForAll("json") String text) {
        var problems = new Problems();

        var json = Documents.json("f", text, problems);
        var yaml = Documents.yaml("f", text, problems);

        assertThat(problems.list()).isEmpty();
        assertThat(json).isPresent().isEqualTo(yaml);
    }

    @Test
    void nodes_know_their_line_and_column() {
        var root = (Mapping) Documents.yaml("f", "a: 1\nb:\n  - x\n  - {c: 😀, d: y}\n", new Problems())
                .orElseThrow();

        assertThat(root.place()).hasToString("f:1:1");
        assertThat(root.entry("a").orElseThrow().value().place()).hasToString("f:1:4");
        var list = (Node.Sequence) root.entry("b").orElseThrow().value();
        assertThat(list.items())
                .extracting(Node::place)
                .extracting(Place::toString)
                .containsExactly("f:3:5", "f:4:5");
        var inner = (Mapping) list.items().getLast();
        assertThat(inner.entry("d").orElseThrow().key().place()).hasToString("f:4:12");
    }

    @Test
    void columns_of_json_count_characters_and_not_their_halves() {
        var root = (Mapping)
                Documents.json("f", "{\"a\": \"😀\", \"d\": 1}", new Problems()).orElseThrow();

        assertThat(root.entry("d").orElseThrow().key().place()).hasToString("f:1:12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0042", "1e3", "0x1F", "yes", "12:30", "2026-01-05", "1_000", ".inf", "+1"})
    void plain_words_keep_their_letters(String word) {
        var node = Documents.yaml("f", word, new Problems());

        assertThat(node).contains(new Node.Scalar(word, Node.Form.PLAIN, new Place("f", 1, 1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "a: &x 1 | f:1:4: an anchor ('&') is not read",
                "a: !!int 1 | f:1:4: a tag ('!') is not read",
                "a: !secret 1 | f:1:4: a tag ('!') is not read",
                "{a: 1, a: 2} | f:1:8: 'a' is written twice; first in line 1",
                "{[a]: b} | f:1:2: a key is a word",
                "a: \"\\0\" | f:1:4: holds a NUL character",
                "a: [ | is no YAML",
                "a: 'x | is no YAML"
            })
    void more_than_a_tree_is_a_problem_with_its_place(String yaml, String problem) {
        assertThat(Reads.yamlProblems(yaml)).singleElement().asString().contains(problem);
    }

    @Test
    void alias_is_a_problem_and_not_a_copy() {
        assertThat(Reads.yamlProblems("a: &x [1]\nb: *x\n"))
                .containsExactly(
                        "f:1:4: an anchor ('&') is not read; leave it out, or quote the text",
                        "f:2:4: an alias ('*') is not read; write the value out, or quote the text");
    }

    @Test
    void billion_laughs_stay_a_few_problems() {
        var yaml = "a: &a [x, x]\n"
                + "bcdefghij"
                        .chars()
                        .mapToObj(c ->
                                (char) c + ": &" + (char) c + " [*" + (char) (c - 1) + ", *" + (char) (c - 1) + "]\n")
                        .collect(Collectors.joining());

        assertThat(Reads.yamlProblems(yaml)).hasSize(10 + 18);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"a\": 1, \"a\": 2} | f:1:10: 'a' is written twice; first in line 1",
                "{\"a\": \"\\u0000\"} | f:1:7: holds a NUL character",
                "{\"a\": \"\\ud83d\"} | f:1:7: holds half a character",
                "{\"a\": 1,} | is no JSON",
                "{\"a\": 1 // b | is no JSON",
                "{a: 1} | is no JSON",
                "{\"a\": 'b'} | is no JSON",
                "{\"a\": NaN} | is no JSON",
                "{\"a\": 01} | is no JSON",
                "{} {} | f:1:4: a second document begins here",
                "{\"a\": [1 | is no JSON"
            })
    void json_is_read_strictly(String json, String problem) {
        assertThat(Reads.jsonProblems(json)).singleElement().asString().contains(problem);
    }

    @Test
    void second_document_is_refused() {
        assertThat(Reads.yamlProblems("a: 1\n---\nb: 2\n"))
                .containsExactly("f:2:1: a second document begins here; one is read");
    }

    @Test
    void nesting_deeper_than_fifty_levels_is_the_same_problem_in_both_notations() {
        var deep = "[".repeat(51) + "1" + "]".repeat(51);
        var endless = "[".repeat(100_000);

        assertThat(Reads.yamlProblems(deep)).containsExactly("f:1:52: is nested deeper than 50 levels");
        assertThat(Reads.jsonProblems(deep)).containsExactly("f:1:52: is nested deeper than 50 levels");
        assertThat(Reads.yamlProblems(endless)).containsExactly("f:1:52: is nested deeper than 50 levels");
        assertThat(Reads.jsonProblems(endless)).containsExactly("f:1:52: is nested deeper than 50 levels");
        assertThat(Reads.yamlProblems("[".repeat(50) + "1" + "]".repeat(50))).isEmpty();
        assertThat(Reads.jsonProblems("[".repeat(50) + "1" + "]".repeat(50))).isEmpty();
    }

    @Property
    void any_text_is_a_tree_or_a_problem(@ForAll("texts") String text) {
        var problems = new Problems();

        var yaml = Documents.yaml("f", text, problems);
        assertThat(yaml.isPresent() || !problems.none()).isTrue();

        var others = new Problems();
        var json = Documents.json("f", text, others);
        assertThat(json.isPresent() || !others.none()).isTrue();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(50),
                Arbitraries.strings()
                        .withChars("ab: -{}[],'\"\n\t#&*!|>%@`?\\0\u0085\ud83d")
                        .ofMaxLength(30));
    }

    @Provide
    Arbitrary<String> json() {
        var mapper = JsonMapper.builder().build();
        var words = Arbitraries.of(
                        "a", "B", "7", " ", ":", "-", "#", "'", "{", "]", ",", "&", "*", "!", "é", "😀", "\"", "\\",
                        "~")
                .list()
                .ofMaxSize(6)
                .map(letters -> String.join("", letters));
        Arbitrary<Object> leaves = Arbitraries.oneOf(
                words.asGeneric(),
                Arbitraries.integers().asGeneric(),
                Arbitraries.of(true, false).asGeneric());
        return tree(leaves, words, 3).map(mapper::writeValueAsString);
    }

    private static Arbitrary<Object> tree(Arbitrary<Object> leaves, Arbitrary<String> words, int depth) {
        if (depth == 0) {
            return leaves;
        }
        var inner = tree(leaves, words, depth - 1);
        return Arbitraries.oneOf(
                leaves,
                inner.list().ofMaxSize(3).asGeneric(),
                Arbitraries.maps(words, inner).ofMaxSize(3).asGeneric());
    }
}
