package dev.cordon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

class HarmlessTest {

    @Test
    void text_keeps_its_lines_and_loses_what_moves_the_cursor() {
        assertThat(Harmless.text("one\n\u001b[2Jtwo\u009b\rthree")).isEqualTo("one\n?[2Jtwo??three");
    }

    @Test
    void a_line_stays_one_line() {
        assertThat(Harmless.line("one\ntwo")).isEqualTo("one two");
    }

    @Test
    void the_direction_of_writing_cannot_be_turned() {
        assertThat(Harmless.text("a\u202eb")).isEqualTo("a?b");
    }

    @Test
    void letters_of_every_script_pass() {
        assertThat(Harmless.text("Größe 中文 🙂 …")).isEqualTo("Größe 中文 🙂 …");
    }

    @Test
    void json_means_the_same_afterwards() {
        var document = JsonNodeFactory.instance.objectNode().put("name", "a\u009bb\u202ec\udb40\udc01\nd");

        var shown = Harmless.json(document.toPrettyString());

        assertThat(shown).doesNotContain("\u009b", "\u202e").contains("\\u009b", "\\udb40\\udc01");
        assertThat(new JsonMapper().readTree(shown)).isEqualTo(document);
    }
}
