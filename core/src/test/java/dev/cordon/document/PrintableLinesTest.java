package dev.cordon.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableLinesTest {

    @Test
    void a_line_is_whole_and_one_line_however_long_it_is() {
        var text = "x".repeat(500) + "\n\u001b[2J";

        assertThat(Printable.line(text)).isEqualTo("x".repeat(500) + "\\u{a}\\u{1b}[2J");
    }

    @Test
    void lines_keep_their_line_feeds_but_for_one_at_the_end_and_nothing_else_that_is_invisible() {
        assertThat(Printable.lines("a\n\tb\rc\n\n")).isEqualTo("a\n\\u{9}b\\u{d}c\n");
    }
}
