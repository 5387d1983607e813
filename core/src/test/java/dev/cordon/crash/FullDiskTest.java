package dev.cordon.crash;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.crash.Message.Reply;
import dev.cordon.crash.Worker.Task;
import dev.cordon.journal.JournalException;
import dev.cordon.testing.Mounted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteJDBCLoader;

/** The disk fills up under a run: it stops with one line, sends nothing that is not on record, and goes on later. */
final class FullDiskTest {

    private static final long SEED = Long.getLong("cordon.seed", System.nanoTime());

    @TempDir
    Path temp;

    @TestFactory
    Stream<DynamicTest> a_run_whose_disk_is_full_stops_with_one_line_and_goes_on_when_there_is_space() {
        return Stream.of("intended", "answered", "judged", "stands", "closed")
                .map(kind -> DynamicTest.dynamicTest("full before '" + kind + "' is written", () -> {
                    SQLiteJDBCLoader.initialize(); // so that its library is not unpacked on the small disk
                    try (var disk = Mounted.tmpfs(
                            Files.createTempDirectory(temp, "full").resolve("disk"), "4m")) {
                        fullBefore(kind, disk.at());
                    }
                }));
    }

    private void fullBefore(String kind, Path disk) throws Exception {
        var playbook = playbookThatCompletes();
        var undisturbed = Undisturbed.of(
                playbook, Files.createTempDirectory(temp, "undisturbed").resolve("data"));
        var comparison = new Comparison(playbook, undisturbed, "-Dcordon.seed=" + SEED + ", full before " + kind);
        var data = disk.resolve("data");
        var vendor = new Vendor(playbook.initial());
        var witness = new Witness();
        var director = new Director(vendor, witness, new Killer(new Moment.Never()), new Random(SEED));
        var filler = new Filler(director, kind, disk.resolve("filler"));

        assertThatThrownBy(() -> new Worker(data, playbook, filler).work(Task.APPLY))
                .isInstanceOf(JournalException.class)
                .hasMessage("the disk that holds " + data.resolve("cordon.db")
                        + " is full: free some space and try again; what was recorded is safe");
        Files.delete(filler.file());
        new Worker(data, playbook, director).work(Task.APPLY);

        comparison.applied(End.of(data, vendor));
        comparison.recorded(data, witness, vendor);
    }

    private static RandomPlaybook playbookThatCompletes() {
        return Stream.iterate(SEED, seed -> seed + 1)
                .map(RandomPlaybook::of)
                .filter(playbook -> playbook.actions().stream().noneMatch(RandomAction::fails))
                .findFirst()
                .orElseThrow();
    }

    /** Takes all space that there is when the first event of a kind is about to be written. */
    private record Filler(Line line, String kind, Path file) implements Line {

        @Override
        public Reply say(Message message) {
            var reply = line.say(message);
            if (message.equals(new Message.Writes(kind))) {
                fill();
            }
            return reply;
        }

        private synchronized void fill() {
            for (var size = 1 << 20; size > 0; size /= 2) {
                while (append(new byte[size])) {}
            }
        }

        /** False where there was no space for it. */
        private boolean append(byte[] bytes) {
            try {
                Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                return true;
            } catch (IOException e) {
                if (String.valueOf(e.getMessage()).contains("No space left")) {
                    return false;
                }
                throw new UncheckedIOException(e);
            }
        }
    }
}
