package dev.cordon.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.testing.ChildJvm;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One worker on a data folder, beside one that writes. */
final class WorkerSeatTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-05T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path temp;

    @Test
    void nobody_holds_a_seat_that_was_never_taken() {
        assertThat(WorkerSeat.holder(temp.resolve("data"))).isEmpty();
    }

    @Test
    void a_worker_and_a_writer_are_two_things() {
        var path = temp.resolve("data");
        try (var seat = WorkerSeat.take(path, CLOCK);
                var writer = DataFolder.open(path, CLOCK)) {
            assertThat(seat).isNotNull();
            assertThat(writer.entries()).isZero();
            assertThat(WorkerSeat.holder(path))
                    .hasValueSatisfying(said -> assertThat(said)
                            .startsWith("pid " + ProcessHandle.current().pid()));
        }
        assertThat(WorkerSeat.holder(path)).isEmpty();
    }

    @Test
    void there_is_one_seat() {
        var path = temp.resolve("data");
        try (var seat = WorkerSeat.take(path, CLOCK)) {
            assertThat(seat).isNotNull();
            assertThatThrownBy(() -> WorkerSeat.take(path, CLOCK)).isInstanceOf(DataFolderInUse.class);
        }
    }

    @Test
    void a_killed_worker_holds_it_no_more() throws Exception {
        var path = temp.resolve("data");
        try (var killed = ChildJvm.start(SeatedChild.class, path)) {
            assertThat(killed.line()).isEqualTo("seated");
            assertThat(WorkerSeat.holder(path)).isPresent();

            killed.kill();

            assertThat(WorkerSeat.holder(path)).isEmpty();
        }
    }
}
