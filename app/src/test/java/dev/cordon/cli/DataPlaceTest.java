package dev.cordon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.scripted.VirtualPace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataPlaceTest {

    @Test
    void everybody_but_root_keeps_it_in_the_state_home() {
        assertThat(usual(false, Map.of())).isEqualTo(Path.of("/home/u/.local/state/cordon"));
        assertThat(usual(false, Map.of("XDG_STATE_HOME", "/state"))).isEqualTo(Path.of("/state/cordon"));
    }

    @Test
    void a_relative_state_home_counts_as_unset() {
        assertThat(usual(false, Map.of("XDG_STATE_HOME", "state"))).isEqualTo(Path.of("/home/u/.local/state/cordon"));
    }

    @Test
    void root_keeps_it_in_var_lib() {
        assertThat(usual(true, Map.of("XDG_STATE_HOME", "/state"))).isEqualTo(Path.of("/var/lib/cordon"));
    }

    @Test
    void the_option_goes_before_the_environment() {
        var surroundings = surroundings(false, Map.of("CORDON_DATA", "/of/environment"));

        assertThat(DataPlace.of(Optional.empty(), surroundings).folder()).isEqualTo(Path.of("/of/environment"));
        assertThat(DataPlace.of(Optional.of(Path.of("/of/option")), surroundings)
                        .folder())
                .isEqualTo(Path.of("/of/option"));
    }

    @Test
    void the_data_folder_and_what_is_in_it_are_for_their_owner_only(@TempDir Path folder) throws IOException {
        var bench = new Bench(folder);

        bench.applied();

        assertThat(mode(bench.data)).isEqualTo("rwx------");
        assertThat(mode(bench.data.resolve("plans"))).isEqualTo("rwx------");
        assertThat(mode(bench.data.resolve("cordon.db"))).isEqualTo("rw-------");
    }

    @Test
    void the_usual_folder_is_made_with_those_above_it(@TempDir Path folder) throws IOException {
        var bench = new Bench(folder);

        var outcome = bench.bare(
                "plan", "firewall_block", "target=198.51.100.1", "target_type=ip", "direction=both", "reason=x");

        assertThat(outcome.code()).isZero();
        assertThat(mode(folder.resolve(".local/state"))).isEqualTo("rwx------");
        assertThat(mode(folder.resolve(".local/state/cordon"))).isEqualTo("rwx------");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static Path usual(boolean root, Map<String, String> environment) {
        return DataPlace.of(Optional.empty(), surroundings(root, environment)).folder();
    }

    private static Surroundings surroundings(boolean root, Map<String, String> environment) {
        var nowhere = new PrintStream(PrintStream.nullOutputStream());
        var terminal = new Terminal(new BufferedReader(new StringReader("")), nowhere, nowhere, false, false);
        return new Surroundings(
                terminal,
                new VirtualPace(),
                new Random(1),
                environment,
                Path.of("/work"),
                Path.of("/home/u"),
                "u",
                root,
                List.of(),
                () -> {});
    }
}
