package dev.cordon.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.crash.Worker.Task;
import dev.cordon.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * One random playbook that processes work on which are killed, until one may come to its end; and perhaps its rollback,
 * likewise. Then {@link Comparison} says whether all is as it must be.
 */
final class KilledRun {

    private static final int KILLED = 128 + 9;
    private static final long LONGEST_DELAY_NANOS = 1_000_000;

    private final long seed;
    private final Path folder;
    private final Path data;
    private final RandomPlaybook playbook;
    private final Random random;
    private final Vendor vendor;
    private final Witness witness = new Witness();
    private final List<String> story = new ArrayList<>();
    private int kills;

    /** @param folder an empty one, whose path is short enough for a socket in it */
    KilledRun(long seed, Path folder) {
        this.seed = seed;
        this.folder = folder;
        this.data = folder.resolve("data");
        this.playbook = RandomPlaybook.of(seed);
        this.random = new Random(new SplittableRandom(~seed).nextLong());
        this.vendor = new Vendor(playbook.initial());
    }

    /** How often its processes were killed. */
    int kills() {
        return kills;
    }

    /** Killed at this moment only, and then applied. */
    void holdsKilledAt(Moment moment) throws Exception {
        story.add("APPLY killed " + moment);
        kill(Task.APPLY, moment);
        finish(Task.APPLY);
        var comparison = comparison(undisturbed());
        comparison.applied(End.of(data, vendor));
        comparison.recorded(data, witness, vendor);
    }

    /** Killed at random moments, several times, and perhaps rolled back, killed likewise. */
    void holds() throws Exception {
        var undisturbed = undisturbed();
        killSome(Task.APPLY, undisturbed);
        var interrupted = random.nextInt(4) == 0;
        if (!interrupted) {
            finish(Task.APPLY);
            comparison(undisturbed).applied(End.of(data, vendor));
        }
        if (interrupted || random.nextBoolean()) {
            killSome(Task.ROLL_BACK, undisturbed);
            finish(Task.ROLL_BACK);
            vendor.pass(Vendor.PATIENCE); // what is still on its way arrives
            comparison(undisturbed).rolledBack(End.of(data, vendor), interrupted);
        }
        comparison(undisturbed).recorded(data, witness, vendor);
    }

    private Undisturbed undisturbed() throws InterruptedException {
        return Undisturbed.of(playbook, folder.resolve("undisturbed"));
    }

    private void killSome(Task task, Undisturbed undisturbed) throws Exception {
        for (var more = random.nextInt(3); more >= 0; more--) {
            var moment = moment(undisturbed.boundaries().get(task));
            story.add(task + " killed " + moment);
            if (!kill(task, moment)) {
                return;
            }
        }
    }

    private Moment moment(int boundaries) {
        if (random.nextBoolean()) {
            return new Moment.At(Boundary.ALL.get(random.nextInt(Boundary.ALL.size())), 1 + random.nextInt(3));
        }
        var delay = Duration.ofNanos(random.nextLong(LONGEST_DELAY_NANOS));
        return new Moment.After(1 + random.nextInt(Math.max(1, boundaries)), delay);
    }

    /** False where it came to its end before. */
    private boolean kill(Task task, Moment moment) throws Exception {
        var socket = folder.resolve("line");
        var director = new Director(vendor, witness, new Killer(moment), random);
        int exit;
        try (var _ = new LineServer(socket, director);
                var child = ChildJvm.start(CrashChild.class, socket, data, seed, task)) {
            exit = child.exitCode();
        }
        assertThat(exit).as(() -> this + ": the child ended by itself").isIn(0, KILLED);
        kills += exit == KILLED ? 1 : 0;
        betweenProcesses();
        return exit == KILLED;
    }

    /** Sometimes somebody sets the clock while nobody works, by up to five hours, forwards or back. */
    private void betweenProcesses() {
        if (random.nextInt(4) == 0) {
            vendor.setClock(Duration.ofMinutes(random.nextInt(-300, 300)));
        }
    }

    /** In this process: to the journal it is another one. */
    private void finish(Task task) throws InterruptedException {
        story.add(task + " comes to its end");
        new Worker(data, playbook, new Director(vendor, witness, new Killer(new Moment.Never()), random)).work(task);
    }

    private Comparison comparison(Undisturbed undisturbed) {
        return new Comparison(playbook, undisturbed, toString());
    }

    /** Removes its files: each killed process leaves a library of a megabyte behind. */
    void forget() throws IOException {
        try (var all = Files.walk(folder)) {
            for (var one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }

    /** A folder of its own for each, so that a run that went wrong can be looked at. */
    static KilledRun in(Path temp, long seed) throws Exception {
        return new KilledRun(seed, Files.createTempDirectory(temp, "run"));
    }

    @Override
    public String toString() {
        return "-Dcordon.seed=" + seed + ": " + playbook + "; " + String.join("; ", story);
    }
}
