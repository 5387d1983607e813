package dev.cordon.transport.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.transport.program.Ran;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalProgramsTest {

    private final LocalPrograms programs = LocalPrograms.here();

    @Test
    void a_program_gets_its_arguments_and_its_input_as_they_are() throws Exception {
        var hostile = "a b'\"$(id);\n${x}`id`\\";

        assertThat(programs.run(List.of("printf", "%s", hostile), "")).isEqualTo(new Ran.Ended(0, hostile, ""));
        assertThat(programs.run(List.of("cat"), hostile)).isEqualTo(new Ran.Ended(0, hostile, ""));
    }

    @Test
    void a_program_sees_nothing_of_the_environment_but_a_path_and_the_locale() throws Exception {
        var ran = (Ran.Ended) programs.run(List.of("env"), "");

        assertThat(ran.stdout().lines().map(line -> line.split("=", 2)[0])).containsOnly("PATH", "LC_ALL");
    }

    @Test
    void what_does_not_end_in_time_is_killed_with_all_that_it_started() throws Exception {
        var hurried = new LocalPrograms(Duration.ofMillis(300), 1_000);

        var ran = hurried.run(List.of("sh", "-c", "sleep 4711; true"), "");

        assertThat(ran).isInstanceOf(Ran.Lost.class);
        assertThat(ProcessHandle.current().descendants()).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void what_writes_too_much_is_killed() throws Exception {
        var small = new LocalPrograms(Duration.ofSeconds(10), 1_000);

        assertThat(small.run(List.of("yes"), "")).isInstanceOf(Ran.Lost.class);
    }

    @Test
    void what_cannot_be_started_has_not_run() throws Exception {
        assertThat(programs.run(List.of("no-such-program"), "")).isInstanceOf(Ran.NotStarted.class);
        assertThat(programs.run(List.of("true", "a\0b"), "")).isInstanceOf(Ran.NotStarted.class);
    }
}
