package dev.cordon.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.crash.Message.Reply;
import dev.cordon.crash.Worker.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody sets the clock by hours while a run is under way. Nothing that the engine waits for goes by it. (In
 * {@link KilledRunsTest} it is set while nobody works.)
 */
final class ClockTest {

    private static final int RUNS = 8;
    private static final long SEED = Long.getLong("cordon.seed", System.nanoTime());

    @TempDir
    Path temp;

    @TestFactory
    Stream<DynamicTest> a_clock_set_back_again_and_again_changes_nothing_of_a_run() {
        return runs("back", times -> Duration.ofHours(-3).multipliedBy(times));
    }

    @TestFactory
    Stream<DynamicTest> a_clock_set_forward_again_and_again_changes_nothing_of_a_run() {
        return runs("forward", times -> Duration.ofHours(3).multipliedBy(times));
    }

    @TestFactory
    Stream<DynamicTest> a_clock_that_jumps_to_and_fro_changes_nothing_of_a_run() {
        return runs("to and fro", times -> Duration.ofHours(times % 2 * 5L));
    }

    private Stream<DynamicTest> runs(String how, IntFunction<Duration> ahead) {
        return IntStream.range(0, RUNS)
                .mapToObj(i -> DynamicTest.dynamicTest(how + ", seed " + (SEED + i), () -> holds(SEED + i, ahead)));
    }

    private void holds(long seed, IntFunction<Duration> ahead) throws Exception {
        var playbook = RandomPlaybook.of(seed);
        var undisturbed = Undisturbed.of(playbook, folder());
        var vendor = new Vendor(playbook.initial());
        var witness = new Witness();
        var director = new Director(vendor, witness, new Killer(new Moment.Never()), new Random(seed));
        var setter = new ClockSetter(director, vendor, new Random(seed), ahead);
        var data = folder();
        var comparison = new Comparison(playbook, undisturbed, "-Dcordon.seed=" + seed + ": " + playbook);

        new Worker(data, playbook, setter).work(Task.APPLY);

        comparison.applied(End.of(data, vendor));
        assertThat(vendor.elapsed()).as("no wait is endless").isLessThan(Duration.ofMinutes(10));

        new Worker(data, playbook, setter).work(Task.ROLL_BACK);

        comparison.rolledBack(End.of(data, vendor), false);
        comparison.recorded(data, witness, vendor);
        assertThat(vendor.elapsed()).as("no wait is endless").isLessThan(Duration.ofMinutes(20));
    }

    private Path folder() throws Exception {
        return Files.createTempDirectory(temp, "clock").resolve("data");
    }

    /** Sets the clock at one message of ten. */
    private static final class ClockSetter implements Line {

        private final Line line;
        private final Vendor vendor;
        private final Random random;
        private final IntFunction<Duration> ahead;
        private int times;

        ClockSetter(Line line, Vendor vendor, Random random, IntFunction<Duration> ahead) {
            this.line = line;
            this.vendor = vendor;
            this.random = random;
            this.ahead = ahead;
        }

        @Override
        public Reply say(Message message) {
            synchronized (this) {
                if (random.nextInt(10) == 0) {
                    vendor.setClock(ahead.apply(++times));
                }
            }
            return line.say(message);
        }
    }
}
