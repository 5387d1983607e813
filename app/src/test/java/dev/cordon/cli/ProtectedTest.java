package dev.cordon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the configuration protects is protected from every command, in dry run and for real. */
class ProtectedTest {

    private Bench bench;

    @BeforeEach
    void bench(@TempDir Path folder) throws IOException {
        bench = new Bench(folder);
    }

    @Test
    void neither_plan_nor_apply_touches_it() throws IOException {
        protect("protected: {cidrs: [198.51.100.0/24]}\n");

        for (var outcome : List.of(bench.block("plan"), bench.block("apply", "--yes"))) {
            assertThat(outcome.code()).isEqualTo(5);
            assertThat(outcome.err()).contains("is protected (cidrs: 198.51.100.0/24): it is left alone");
        }
        assertThat(bench.blocked()).isFalse();
    }

    @Test
    void nor_does_a_plan_that_was_drawn_up_offline() throws IOException {
        protect("protected: {cidrs: [198.51.100.0/24]}\n");

        assertThat(bench.block("plan", "--offline").code()).isEqualTo(5);
    }

    @Test
    void nor_does_a_plan_that_was_approved_before_it_was_protected() throws IOException {
        var digest = bench.block("plan", "--json").json().path("digest").stringValue();
        protect("protected: {cidrs: [198.51.100.1]}\n");

        var outcome = bench.run("apply", "--digest", digest, "--json");

        assertThat(outcome.code()).isEqualTo(5);
        assertThat(outcome.json().at("/actions/0/notes").stringValue()).contains("is protected (cidrs: 198.51.100.1)");
        assertThat(bench.blocked()).isFalse();
    }

    @Test
    void the_address_of_whoever_is_logged_in_is_never_blocked() {
        var outcome = bench.run(
                "apply",
                "firewall_block",
                "target=127.0.0.1",
                "target_type=ip",
                "direction=both",
                "reason=slip",
                "--yes");

        assertThat(outcome.code()).isEqualTo(5);
        assertThat(outcome.err()).contains("would cut off loopback 127.0.0.0/8");
    }

    @Test
    void more_than_the_limit_is_refused_without_any_setting() {
        var outcome = bench.run(
                "plan", "firewall_block", "target=198.48.0.0/12", "target_type=ip", "direction=both", "reason=slip");

        assertThat(outcome.code()).isEqualTo(5);
        assertThat(outcome.err())
                .contains("reaches 1048576 addresses, the limit is 65536: aim closer, or raise limits.addresses");
    }

    @Test
    void a_plan_says_how_many_it_reaches() {
        assertThat(bench.block("plan").out()).contains("reaches    1 address");
        assertThat(bench.block("plan", "--json").json().at("/reaches/addresses").intValue())
                .isEqualTo(1);
    }

    private void protect(String section) throws IOException {
        var configuration = bench.folder.resolve("cordon.yaml");
        Files.writeString(configuration, section + Files.readString(configuration));
    }
}
