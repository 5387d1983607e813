package dev.cordon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.execution.LookedAt;
import dev.cordon.journal.DataFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a worker reads the runs, and what it finds. */
class LookOutTest {

    private static final Duration TWO_HOURS = Duration.ofHours(2);

    private final LookOut lookOut = new LookOut(Duration.ofMinutes(1), new LookedAt(Instant.EPOCH));
    private Bench bench;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        bench = new Bench(folder);
    }

    @Test
    void in_an_empty_folder_there_is_nothing_to_do() {
        assertThat(calls(false)).isFalse();
    }

    @Test
    void what_is_in_force_calls_when_its_time_is_over() {
        bench.block("apply", "--yes", "ttl=2h");
        assertThat(calls(false)).isFalse();

        bench.pace.forward(TWO_HOURS);

        assertThat(calls(false)).isTrue();
    }

    @Test
    void what_another_command_left_calls_as_soon_as_that_has_ended() {
        assertThat(calls(false)).isFalse();
        bench.block("apply", "--yes", "ttl=1s");
        bench.pace.forward(Duration.ofSeconds(30));

        assertThat(calls(true)).isFalse();
        assertThat(calls(false)).isTrue();
    }

    @Test
    void while_another_process_writes_it_still_looks_once_a_minute() {
        assertThat(calls(false)).isFalse();
        bench.block("apply", "--yes", "ttl=1s");

        bench.pace.forward(Duration.ofMinutes(1));

        assertThat(calls(true)).isTrue();
    }

    @Test
    void what_was_not_worked_on_calls_again() {
        bench.block("apply", "--yes", "ttl=1s");
        bench.pace.forward(Duration.ofSeconds(1));
        assertThat(calls(false)).isTrue();
        assertThat(calls(false)).isFalse();

        lookOut.again();

        assertThat(calls(false)).isTrue();
    }

    @Test
    void a_clock_that_is_set_back_does_not_keep_it_from_looking() {
        bench.block("apply", "--yes", "ttl=2h", "watch=never");
        bench.pace.forward(TWO_HOURS);
        assertThat(calls(false)).isTrue();

        bench.pace.forward(Duration.ofMinutes(-90));
        assertThat(calls(false)).isFalse();
        bench.pace.forward(Duration.ofMinutes(90));

        assertThat(calls(false)).isTrue();
    }

    private boolean calls(boolean busy) {
        try (var data = DataFolder.openForReading(bench.data)) {
            return lookOut.look(data, busy, bench.pace.now()).isPresent();
        }
    }
}
