package dev.cordon.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MarkdownTest {

    @Test
    void a_span_is_fenced_by_more_backticks_than_it_holds() {
        assertThat(Markdown.code("orders")).isEqualTo("`orders`");
        assertThat(Markdown.code("a`b``c")).isEqualTo("```a`b``c```");
        assertThat(Markdown.code("`x`")).isEqualTo("`` `x` ``");
        assertThat(Markdown.code("")).isEqualTo("–");
    }

    @Test
    void a_name_cannot_begin_a_line_of_its_own() {
        assertThat(Markdown.code("x\n# Forged\r[a](http://evil.example)"))
                .isEqualTo("`x\\u{a}# Forged\\u{d}[a](http://evil.example)`");
    }

    @Test
    void a_block_is_fenced_by_more_backticks_than_it_holds() {
        assertThat(Markdown.block("echo 1\n```\n# Forged")).isEqualTo("````text\necho 1\n```\n# Forged\n````\n");
    }

    @Property
    void a_span_is_one_line_and_ends_where_its_fence_says(@ForAll("hostile") String text) {
        var span = Markdown.code(text);

        var fence = span.replaceFirst("[^`].*", "");
        assertThat(span).doesNotContain("\n", "\r");
        assertThat(text.isEmpty() || span.indexOf(fence, fence.length()) == span.length() - fence.length())
                .isTrue();
    }

    @Provide
    static Arbitrary<String> hostile() {
        var pieces = Arbitraries.of("`", "``", " ", "\n", "#", "|", "[a](b)", "<b>", "x", "\\", "\u001b[2J", "\u202e");
        return pieces.list().ofMaxSize(12).map(parts -> String.join("", parts));
    }
}
