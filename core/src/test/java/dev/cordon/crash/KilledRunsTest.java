package dev.cordon.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.crash.Moment.At;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever a process was doing when it was killed, the next one brings the run to the end that it would have had.
 * {@code -Pcrash} kills 10,000 times at random, {@code -Dcordon.kills=N} as often as that; {@code -Dcordon.seed=N} begins
 * with the playbook and the moments of seed N (how threads take turns is the machine's).
 */
final class KilledRunsTest {

    private static final boolean ALL = "all".equals(System.getProperty("cordon.crash"));
    private static final int KILLS = Integer.getInteger("cordon.kills", ALL ? 10_000 : 20);
    private static final long SEED = Long.getLong("cordon.seed", System.nanoTime());

    @TempDir
    Path temp;

    @Test
    void a_run_that_was_killed_at_random_moments_ends_as_if_nobody_had() throws Exception {
        System.out.println("KilledRunsTest: " + KILLS + " kills, -Dcordon.seed=" + SEED);
        var seeds = new AtomicLong(SEED);
        var kills = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var lanes = new ArrayList<Future<?>>();
            for (var i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
                lanes.add(threads.submit(() -> killUntilEnough(seeds, kills)));
            }
            for (var lane : lanes) {
                lane.get();
            }
        }
        System.out.println("KilledRunsTest: " + kills + " kills in " + (seeds.get() - SEED) + " runs");
        assertThat(kills).hasValueGreaterThanOrEqualTo(KILLS);
    }

    private Void killUntilEnough(AtomicLong seeds, AtomicInteger kills) throws Exception {
        var held = true;
        while (held && kills.get() < KILLS) {
            held = false;
            var run = KilledRun.in(temp, seeds.getAndIncrement());
            try {
                run.holds();
                held = true;
            } finally {
                kills.addAndGet(held ? run.kills() : KILLS); // one that does not hold is enough
            }
            run.forget();
        }
        return null;
    }

    @TestFactory
    Stream<DynamicTest> a_run_that_was_killed_at_a_boundary_ends_as_if_nobody_had() {
        return Boundary.ALL.stream()
                .map(boundary -> DynamicTest.dynamicTest("killed " + boundary, () -> {
                    var run = KilledRun.in(temp, seedThatComesTo(boundary));

                    run.holdsKilledAt(new At(boundary, 1));

                    assertThat(run.kills()).isPositive();
                }));
    }

    private long seedThatComesTo(Boundary boundary) throws Exception {
        for (var seed = SEED; ; seed++) {
            var data = Files.createTempDirectory(temp, "seed").resolve("data");
            if (Undisturbed.of(RandomPlaybook.of(seed), data).kinds().contains(boundary)) {
                return seed;
            }
        }
    }
}
