package dev.cordon.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.ChildJvm;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was acknowledged is there after {@code kill -9}. Shows crashes of the process; a power cut rests on the fsync of
 * each commit. {@code -Pcrash} kills more often; {@code -Dcordon.seed=N} repeats the moments of one run.
 */
final class CrashTest {

    private static final int KILLS = "all".equals(System.getProperty("cordon.crash")) ? 250 : 16;
    private static final long LONGEST_MILLIS = 120;

    @TempDir
    Path temp;

    @Test
    void what_was_acknowledged_survives_kill_9_at_any_moment() throws Exception {
        var seed = Long.getLong("cordon.seed", System.nanoTime());
        System.out.println("CrashTest: " + KILLS + " kills, -Dcordon.seed=" + seed);
        var random = new Random(seed);
        var folder = temp.resolve("data");
        var acknowledged = new HashSet<String>();

        for (var kill = 0; kill < KILLS; kill++) {
            acknowledged.addAll(killedAfter(random.nextLong(LONGEST_MILLIS), folder));

            assertThat(recorded(folder))
                    .as("after kill %d of seed %d", kill, seed)
                    .containsAll(acknowledged);
        }
        assertThat(acknowledged).hasSizeGreaterThan(KILLS);
    }

    @Test
    void a_process_killed_while_it_opens_a_new_folder_leaves_one_that_opens() throws Exception {
        var seed = Long.getLong("cordon.seed", System.nanoTime());
        System.out.println("CrashTest: killed while opening, -Dcordon.seed=" + seed);
        var random = new Random(seed);

        for (var kill = 0; kill < KILLS / 4; kill++) {
            var folder = temp.resolve("new-" + kill);
            try (var child = ChildJvm.start(OpeningChild.class, folder)) {
                Thread.sleep(100 + random.nextLong(400)); // the moment is the point: there is no condition to wait for
            }

            try (var opened = DataFolder.open(folder, Clock.systemUTC())) {
                var seq = opened.journal().append(new RunId("after"), "tried", "{}");
                assertThat(seq).as("after kill %d of seed %d", kill, seed).isEqualTo(1);
            }
        }
    }

    private static Set<String> killedAfter(long millis, Path folder) throws Exception {
        try (var child = ChildJvm.start(AppendingChild.class, folder)) {
            var first = child.line();
            Thread.sleep(millis); // the moment is the point: there is no condition to wait for
            child.kill();
            var lines = new HashSet<>(child.rest());
            lines.add(first);
            return lines;
        }
    }

    /** Everything on record, in the child's words; the chains are verified on the way. */
    private static Set<String> recorded(Path folder) {
        var lines = new HashSet<String>();
        try (var opened = DataFolder.open(folder, Clock.systemUTC())) {
            IntStream.range(0, AppendingChild.RUNS)
                    .mapToObj(i -> new RunId("run-" + i))
                    .forEach(run -> {
                        var entries = opened.journal().read(run);
                        assertThat(opened.journal().verify(run))
                                .isInstanceOfSatisfying(
                                        Verification.Intact.class,
                                        intact -> assertThat(intact.entries()).isEqualTo(entries.size()));
                        entries.forEach(entry -> lines.add(run + " " + entry.seq() + " " + entry.body()));
                    });
        }
        return lines;
    }
}
