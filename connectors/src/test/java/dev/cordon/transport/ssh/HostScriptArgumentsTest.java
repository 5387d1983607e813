package dev.cordon.transport.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** The script's arguments, read by a real shell of this machine. */
final class HostScriptArgumentsTest {

    /** The script but for its last line, then one that prints the argument {@code text}. */
    private static final String ECHO =
            HostScriptText.text().substring(0, HostScriptText.text().indexOf("exec </dev/null; main"))
                    + "\nshift; read_arguments \"$@\"; printf %s \"$arg_text\"\n";

    @Property(tries = 60)
    void any_text_arrives_as_it_is(
            @ForAll @StringLength(max = 200) @CharRange(from = '\u0001', to = '\u00ff') String text)
            throws IOException {
        assertThat(echo(ECHO, "text=" + base64(text))).isEqualTo(text);
    }

    @Test
    void hostile_texts_and_line_ends_at_the_end_arrive_as_they_are() throws IOException {
        for (var text :
                List.of("", "\n", "a\n\n", "$(id)", "`id`", "';id;'", "-n", "\\", "*", "a\tb  c", "%s%n", "é😀")) {
            assertThat(echo(ECHO, "text=" + base64(text))).isEqualTo(text);
        }
    }

    @Test
    void what_is_no_name_or_no_base64_is_refused() throws IOException {
        assertThat(echo(ECHO, "te;xt=YQ==")).contains("bad_argument");
        assertThat(echo(ECHO, "text=$(id)")).contains("bad_argument");
    }

    @Property(tries = 25)
    void half_a_script_does_nothing(@ForAll double share) throws IOException {
        var whole = HostScriptText.text();
        var length = (int) (whole.indexOf("exec </dev/null; main") * (Math.abs(share) % 1));

        assertThat(echo(whole.substring(0, length), "x")).doesNotContain("CORDON");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String echo(String script, String word) throws IOException {
        var process = new ProcessBuilder("sh", "-s", "--", "probe", word)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var in = process.getOutputStream()) {
            in.write(script.getBytes(StandardCharsets.UTF_8));
        }
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
