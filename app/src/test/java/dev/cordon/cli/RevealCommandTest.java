package dev.cordon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevealCommandTest {

    private Bench bench;

    @BeforeEach
    void bench(@TempDir Path folder) throws IOException {
        bench = new Bench(folder);
        bench.seal();
    }

    @Test
    void status_names_what_nobody_has_seen_and_reveal_shows_it_once() throws IOException {
        bench.guarded();
        assertThat(bench.run("status", "c2").err()).contains("secret 'key' of RUN-", "'cordon reveal RUN-");

        var revealed = bench.as("owner").atTerminal("yes\n").run("reveal", "c2");

        assertThat(revealed.code()).isZero();
        assertThat(revealed.out()).isEqualTo("key: " + Files.readString(bench.edge.resolve("192.0.2.77")) + "\n");
        assertThat(bench.run("status", "c2").err()).doesNotContain("reveal");
        var again = bench.run("reveal", "c2", "--yes");
        assertThat(again.code()).isEqualTo(5);
        assertThat(again.err()).contains("is left to be revealed");
        assertThat(bench.run("report", "c2").out()).contains("secrets shown to", "owner: key");
    }

    @Test
    void whoever_does_not_say_yes_sees_nothing_and_it_stays_sealed() {
        bench.guarded();

        var outcome = bench.atTerminal("no\n").run("reveal", "c2");

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.out()).isEmpty();
        assertThat(bench.run("status", "c2").err()).contains("cordon reveal");
    }

    @Test
    void a_secret_is_not_put_into_a_document() {
        bench.guarded();

        assertThat(bench.run("reveal", "c2", "--yes", "--json").code()).isEqualTo(2);
    }

    @Test
    void without_a_key_in_the_configuration_the_plan_is_refused_and_says_what_to_do() throws IOException {
        var unsealed = bench.folder.resolve("cordon.yaml");
        Files.writeString(unsealed, Files.readString(unsealed).replaceFirst("sealing.*\n", ""));

        var outcome = bench.run(
                "plan", "firewall_block", "target=192.0.2.77", "target_type=ip", "direction=both", "reason=C2 server");

        assertThat(outcome.code()).isEqualTo(5);
        assertThat(outcome.err()).contains("sealing: {key: file:PATH}", "openssl rand -base64 32");
    }

    @Test
    void a_key_that_is_none_is_bad_input_and_not_repeated() throws IOException {
        Files.writeString(bench.folder.resolve("sealing.key"), "tooshort");

        var outcome = bench.run("status", "--json");
        var planned = bench.run(
                "plan", "firewall_block", "target=192.0.2.77", "target_type=ip", "direction=both", "reason=C2 server");

        assertThat(outcome.code()).isZero();
        assertThat(planned.code()).isEqualTo(2);
        assertThat(planned.err()).contains("sealing.key", "32 random bytes").doesNotContain("tooshort");
    }
}
