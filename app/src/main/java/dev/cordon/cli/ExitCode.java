package dev.cordon.cli;

import dev.cordon.action.ActionId;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import java.util.Collection;

/** What the process answers to whoever started it, and the one place where a result becomes such an answer. */
public enum ExitCode {
    DONE(0, "done"),
    /** Something was tried. */
    FAILED(1, "failed"),
    /** Nothing ran, because what was written is wrong. */
    BAD_INPUT(2, "bad input"),
    AWAITS_APPROVAL(3, "awaits approval"),
    /** Nobody can tell what is in force; a person has to look. */
    UNCERTAIN(4, "uncertain"),
    /** Nothing was changed. */
    REFUSED(5, "refused"),
    /** Ctrl-C or SIGTERM, between two operations: the run stays open. */
    STOPPED(130, "stopped");

    private final int number;
    private final String words;

    ExitCode(int number, String words) {
        this.number = number;
        this.words = words;
    }

    public int number() {
        return number;
    }

    public String words() {
        return words;
    }

    /** Of a run that was applied or resumed. One that failed before anything was sent was refused: drift, say. */
    static ExitCode of(RunState run) {
        return switch (run.status()) {
            case COMPLETED -> DONE;
            case AWAITING_APPROVAL -> AWAITS_APPROVAL;
            case UNCERTAIN -> UNCERTAIN;
            case FAILED -> triedNothing(run) ? REFUSED : FAILED;
            case PENDING, IN_PROGRESS, ROLLING_BACK, ROLLED_BACK -> FAILED;
        };
    }

    /**
     * Of a run that was resumed.
     *
     * @param asked somebody had asked for its rollback; one that {@code on_failure} wanted ends a run that failed
     */
    static ExitCode ofResumed(RunState run, boolean asked) {
        return asked && run.status() == Status.ROLLED_BACK ? DONE : of(run);
    }

    /** Of a rollback of these actions of the run: done only when nothing of them is in force. */
    static ExitCode ofRollback(RunState run, Collection<ActionId> wanted) {
        var statuses = wanted.stream().map(id -> run.action(id).status()).toList();
        if (statuses.contains(Status.UNCERTAIN)) {
            return UNCERTAIN;
        }
        var undone = statuses.stream().allMatch(it -> it == Status.ROLLED_BACK || it == Status.PENDING);
        return undone ? DONE : FAILED;
    }

    private static boolean triedNothing(RunState run) {
        return run.actions().values().stream()
                .flatMap(action -> action.steps().values().stream())
                .noneMatch(step -> step.apply().begun());
    }
}
