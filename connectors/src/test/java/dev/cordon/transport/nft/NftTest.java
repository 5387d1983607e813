package dev.cordon.transport.nft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.action.PlatformName;
import dev.cordon.operation.Answer;
import dev.cordon.operation.NftTransaction;
import dev.cordon.operation.Terms;
import dev.cordon.operation.Value;
import dev.cordon.transport.local.LocalPrograms;
import dev.cordon.transport.program.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The transport with a program in nft's place that keeps its input and says what it is told to. */
class NftTest {

    private static final Terms WRITE = Terms.write(new PlatformName("edge"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "Error: Could not process rule: Operation not permitted,          Unauthorized",
        "internal:0:0-0: Error: No such file or directory,                NotFound",
        "Error: Could not process rule: File exists,                      Stale",
        "internal:0:0-0: Error: interval overlaps with an existing one,   Stale",
        "Error: Could not process rule: Too many open files in system,    Rejected",
        "Cannot open network namespace \"x\": No such file or directory,  Unreachable",
        "exec of \"nft\" failed: No such file or directory,               Unreachable",
        "Error: syntax error,                                             Rejected",
    })
    void what_nft_says_is_an_answer(String said, String answer) throws Exception {
        var nft = saying("echo '" + said.strip() + "' >&2; exit 1");

        assertThat(nft.run(NftTransaction.of(WRITE, List.of(command("a"))))
                        .getClass()
                        .getSimpleName())
                .isEqualTo(answer);
    }

    @Test
    void the_next_alternative_is_tried_only_where_the_world_is_otherwise() throws Exception {
        var exists = saying("grep -q first && { echo 'Error: File exists' >&2; exit 1; }; exit 0");
        var denied = saying("grep -q first && { echo 'Operation not permitted' >&2; exit 1; }; exit 0");
        var two = NftTransaction.firstOf(WRITE, List.of(List.of(command("first")), List.of(command("second"))));

        assertThat(exists.run(two)).isInstanceOf(Answer.Ok.class);
        assertThat(denied.run(two)).isInstanceOf(Answer.Unauthorized.class);
    }

    @Test
    void a_chain_that_is_busy_for_a_moment_is_waited_for() throws Exception {
        var nft = saying("echo x >> tries; [ $(wc -l < tries) -gt 2 ] && exit 0;"
                + " echo 'Error: Device or resource busy' >&2; exit 1");

        assertThat(nft.run(NftTransaction.of(WRITE, List.of(command("a"))))).isInstanceOf(Answer.Ok.class);
    }

    @Test
    void what_comes_before_may_be_refused() throws Exception {
        var nft = saying("grep -q before && { echo 'Error: File exists' >&2; exit 1; }; exit 0");

        assertThat(nft.run(new NftTransaction(WRITE, List.of(command("before")), List.of(List.of(command("a"))))))
                .isInstanceOf(Answer.Ok.class);
    }

    @Test
    void a_rendered_transaction_gives_nft_the_same_input_when_it_is_pasted() throws Exception {
        var hostile = "CORDON\n'\"$(touch x)`id`${HOME}\\\\";
        var nft = saying("cat >> input");
        var transaction = NftTransaction.of(WRITE, List.of(command(hostile)));

        nft.run(transaction);
        LocalPrograms.here().run(List.of("sh"), nft.render(transaction));

        var lines = Files.readString(folder.resolve("input"))
                .replace("}{", "}\n{")
                .lines()
                .toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.getLast()).isEqualTo(lines.getFirst());
    }

    @Test
    void a_promise_is_filled_in_by_the_shell_and_data_beside_it_is_not() throws Exception {
        var nft = saying("cat >> input");
        var transaction = NftTransaction.of(
                WRITE, List.of(Value.tree(Map.of("promise", Value.saved("set"), "text", Value.of("${set} $(id)")))));

        var ran = LocalPrograms.here().run(List.of("sh"), "set=kept\n" + nft.render(transaction));

        assertThat(ran).isInstanceOf(Ran.Ended.class);
        assertThat(Files.readString(folder.resolve("input")))
                .contains("\"promise\":\"kept\"")
                .contains("\"text\":\"${set} $(id)\"");
    }

    private Nft saying(String script) throws IOException {
        var program = Files.createTempFile(folder, "nft", "");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        Files.writeString(program, "#!/bin/sh\ncd " + folder + "\n" + script + "\n");
        return new Nft(LocalPrograms.here(), program.toString(), Clock.systemUTC());
    }

    private static Value command(String text) {
        return Value.tree(Map.of("add", Value.of(text)));
    }
}
