package dev.cordon.transport.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.action.PlatformName;
import dev.cordon.operation.Answer;
import dev.cordon.operation.Command;
import dev.cordon.operation.Terms;
import dev.cordon.operation.Value;
import dev.cordon.transport.local.LocalPrograms;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

    private static final PlatformName HERE = new PlatformName("here");

    private final Commands commands = new Commands(LocalPrograms.here());

    @ParameterizedTest
    @ValueSource(
            strings = {"plain", "", "two words", "it's", "$(id)", "${HOME}", "`id`", "a\nb", "\\", "-n", "\"", "*"})
    void a_rendered_command_says_the_same_when_it_is_pasted(String word) throws Exception {
        var command = new Command(
                Terms.read(HERE), List.of(Value.of("printf"), Value.of("[%s]"), Value.of(word)), null, List.of(0));

        var pasted = (Ran.Ended) LocalPrograms.here().run(List.of("sh"), commands.render(command));

        assertThat(pasted.stdout()).isEqualTo("[" + word + "]");
    }

    @Test
    void input_and_promises_are_rendered() {
        var command = new Command(
                Terms.read(HERE), List.of(Value.of("kill"), Value.item("/pid")), Value.of("a'b"), List.of(0));

        assertThat(commands.render(command)).isEqualTo("printf %s 'a'\\''b' | kill \"${item_pid}\"");
    }

    @Test
    void a_write_is_judged_by_its_exit_code_and_a_read_by_its_check() throws Exception {
        var argv = List.of(Value.of("false"));

        assertThat(commands.run(new Command(Terms.write(HERE), argv, null, List.of(0))))
                .isInstanceOf(Answer.Rejected.class);
        assertThat(commands.run(new Command(Terms.read(HERE), argv, null, List.of(0))))
                .isInstanceOf(Answer.Ok.class);
    }
}
