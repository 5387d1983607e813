package dev.cordon.crash;

import dev.cordon.crash.Worker.Task;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A run that nobody kills, and its rollback.
 *
 * @param boundaries how many the process came to, applying and undoing
 * @param kinds those that it came to until it was applied
 */
record Undisturbed(End applied, End rolledBack, Map<Task, Integer> boundaries, Set<Boundary> kinds) {

    static Undisturbed of(RandomPlaybook playbook, Path data) throws InterruptedException {
        var vendor = new Vendor(playbook.initial());
        var applying = work(Task.APPLY, playbook, data, vendor);
        var applied = End.of(data, vendor);
        var undoing = work(Task.ROLL_BACK, playbook, data, vendor);
        return new Undisturbed(
                applied,
                End.of(data, vendor),
                Map.of(Task.APPLY, applying.boundaries(), Task.ROLL_BACK, undoing.boundaries()),
                applying.kinds());
    }

    private static Killer work(Task task, RandomPlaybook playbook, Path data, Vendor vendor)
            throws InterruptedException {
        var nobody = new Killer(new Moment.Never());
        new Worker(data, playbook, new Director(vendor, new Witness(), nobody, new Random(0))).work(task);
        return nobody;
    }
}
