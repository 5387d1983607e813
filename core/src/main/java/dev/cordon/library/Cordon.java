package dev.cordon.library;

import dev.cordon.action.ActionIds;
import dev.cordon.action.ContainmentRequest;
import dev.cordon.configuration.Configuration;
import dev.cordon.configuration.ConfigurationReader;
import dev.cordon.document.Printable;
import dev.cordon.execution.Platforms;
import dev.cordon.journal.RunFinder;
import dev.cordon.journal.Status;
import dev.cordon.journal.Store;
import dev.cordon.library.ActionPlanner.Beside;
import dev.cordon.library.CordonException.Refused;
import dev.cordon.library.CordonException.WrongInput;
import dev.cordon.plan.PlatformType;
import dev.cordon.report.ContainmentAction;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One Cordon in this process: a configuration, its platforms, and the data folder that holds the journal. The command
 * line works on the same files, but not at the same time: one process writes to a data folder. (With a {@code store} in the
 * configuration, any number do.)
 *
 * <p>Planning reads; applying and rolling back write. Each is safe for any number of threads: runs on different
 * platforms go side by side, those on one platform one after another. A thread that is interrupted stops between
 * operations with {@link InterruptedException}, and {@link #apply(ContainmentPlaybook)} goes on later.
 *
 * <p>What cannot be done, before anything is, is a {@link CordonException}. A journal that cannot be read or written is
 * a {@link dev.cordon.journal.JournalException}. What was tried and failed is a {@link Status}.
 */
public final class Cordon implements AutoCloseable {

    private final Platforms platforms;
    private final Store data;
    private final Runs runs;
    private final Drafts drafts;

    private Cordon(CordonOptions options, Platforms platforms, Store data) {
        this.platforms = platforms;
        this.data = data;
        this.runs = new Runs(options, platforms, data);
        this.drafts =
                new Drafts(options, platforms, new ActionIds(options.pace().clock(), options.random()));
    }

    /** With what this process has: its environment, its user, the system's clock. */
    public static Cordon open(Path configuration, Path data, List<PlatformType> types) {
        return open(configuration, data, CordonOptions.ofProcess(types));
    }

    /**
     * Connects to nothing but the store, where the configuration names one.
     *
     * @param configuration {@code cordon.yaml}
     * @param data the folder of the journal; made where it is missing, but not the folder above it
     * @throws CordonException.WrongInput where the configuration is wrong, or a secret that it names cannot be had
     * @throws dev.cordon.journal.DataFolderInUse where another Cordon has the folder open
     */
    public static Cordon open(Path configuration, Path data, CordonOptions options) {
        Configuration read = CordonException.read(new ConfigurationReader(options.types()).read(configuration));
        var platforms = opened(configuration, () -> read.open(options.environment()));
        try {
            var clock = options.pace().clock();
            var store = opened(configuration, () -> read.openStore(data, clock, options.environment()));
            return new Cordon(options, platforms, store);
        } catch (RuntimeException | Error e) {
            platforms.close();
            throw e;
        }
    }

    private static <T> T opened(Path file, Supplier<T> opening) {
        try {
            return opening.get();
        } catch (IllegalArgumentException e) {
            throw new WrongInput(file + ": " + e.getMessage());
        }
    }

    /** Plans actions; the domain classes take it where more than their parameters is to be said. */
    public ActionPlanner planner() {
        return new ActionPlanner(this);
    }

    /**
     * Carries out what was collected, and verifies it; what a person does waits for their word. Right before each
     * action its facts are read again: where they differ from those it was planned by, the action fails and nothing of
     * it is changed. Called again, it goes on where it was interrupted; what has ended stays as it is.
     *
     * @return where the playbook stands now; why, its actions tell
     * @throws CordonException.Refused where two actions work on one thing
     */
    public Status apply(ContainmentPlaybook playbook) throws InterruptedException {
        return playbook.apply(runs, drafts);
    }

    /** The same for actions that belong to no incident yet: they become a playbook of their own. */
    public ContainmentPlaybook apply(ContainmentAction... actions) throws InterruptedException {
        var playbook = new ContainmentPlaybook(Drafts.AD_HOC.value(), title(actions));
        List.of(actions).forEach(playbook::addAction);
        apply(playbook);
        return playbook;
    }

    private static String title(ContainmentAction... actions) {
        return Stream.of(actions)
                .findFirst()
                .map(first -> first.actionType() + " " + Printable.of(first.target()))
                .map(first -> first + (actions.length == 1 ? "" : " and " + (actions.length - 1) + " more"))
                .orElseThrow(() -> new Refused("no actions are given"));
    }

    /**
     * Takes back what the playbook did, the last first, and compares with what was before.
     *
     * @throws CordonException.Refused where nothing of it is in force, or something else lies on top
     */
    public Status rollback(ContainmentPlaybook playbook) throws InterruptedException {
        return playbook.rollback(List.of());
    }

    /**
     * Takes one action back, wherever it was applied.
     *
     * @param action it, or what its {@code getRollback} gives
     * @return where the action stands now
     * @throws CordonException.Refused where it is not in force, or something else lies on top
     */
    public ContainmentAction rollback(ContainmentAction action) throws InterruptedException {
        var id = Drafts.taken(action);
        var playbook = playbook(id.value());
        playbook.rollback(List.of(id));
        return playbook.action(id.value());
    }

    /**
     * A playbook that was applied earlier, also by another process.
     *
     * @param name {@code RUN}, {@code ACTION} or {@code RUN/ACTION}, as for {@code cordon status}
     * @throws CordonException.Refused where the journal knows none, or several
     */
    public ContainmentPlaybook playbook(String name) {
        return switch (new RunFinder(data.journal()).find(name)) {
            case RunFinder.Found.One(var run, var _) -> new ContainmentPlaybook(runs, run.id());
            case RunFinder.Found.None _ ->
                throw new Refused("the journal knows no run or action " + Printable.quoted(name));
            case RunFinder.Found.Several(var names) ->
                throw new Refused(
                        "several runs have an action '" + name + "': say which with " + String.join(" or ", names));
        };
    }

    ContainmentAction plan(ContainmentRequest request, Beside beside) {
        return drafts.plan(request, beside, runs.rendering());
    }

    /**
     * Lets the next process in. Ends no run: a thread that is still applying gets a
     * {@link dev.cordon.journal.JournalException}, and its run can be gone on with later.
     */
    @Override
    public void close() {
        try {
            data.close();
        } finally {
            platforms.close();
        }
    }
}
