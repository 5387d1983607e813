package dev.cordon.walk;

import dev.cordon.journal.Phase;
import dev.cordon.journal.Status;
import dev.cordon.plan.PlannedPlaybook;
import dev.cordon.scripted.Crash;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One way through the table: the step is applied, and taken back, and in one of the two phases something happens to its
 * first operation and to the process.
 *
 * @param then what the next process is told after a crash
 * @param course what the vendor shows once the operation has arrived
 */
record Walk(StepKind kind, Phase phase, Reply reply, CrashPoint crash, Then then, List<Show> course) {

    enum Then {
        RESUME,
        ROLL_BACK
    }

    private static final Duration AT_MOST = Duration.ofHours(1);
    private static final Duration UNTIL_TRIED_AGAIN = Duration.ofMinutes(2);
    private static final int ROLLBACKS = 6;

    /**
     * What came of it.
     *
     * @param died the place was reached where the process was to die
     * @param wrong what must not be; empty where all is well
     */
    record End(Status status, boolean died, List<String> wrong) {}

    End walk(PlannedPlaybook plan) throws InterruptedException {
        var ground = new Ground(kind.step());
        ground.vendor.shows(phase, course);
        var wrong = new ArrayList<String>();
        var life = ground.life(phase, crash, reply);
        apply(ground, life, plan);
        if (!life.dead() || then == Then.RESUME) {
            wrong.addAll(afterApply(ground));
        }
        life = rollBack(ground, life);
        wrong.addAll(afterRollback(ground));
        return new End(ground.action().status(), life.dead(), List.copyOf(wrong));
    }

    private void apply(Ground ground, Life life, PlannedPlaybook plan) throws InterruptedException {
        try {
            ground.engine(life).apply(plan, Ground.BY);
        } catch (Crash died) {
            if (then == Then.RESUME) {
                ground.engine(ground.life()).resume(ground.run());
            }
        }
    }

    /** Until it is taken back, or nobody but a person can go on. The process that died, where one did. */
    private Life rollBack(Ground ground, Life first) throws InterruptedException {
        var life = first.dead() ? ground.life() : first;
        var died = first;
        for (var i = 0; i < ROLLBACKS && goesOn(ground); i++) {
            try {
                ground.engine(life).rollback(ground.run(), List.of(), Ground.BY);
            } catch (Crash crash) {
                died = life;
                life = ground.life();
                if (then == Then.RESUME) {
                    ground.engine(life).resume(ground.run());
                }
                continue;
            }
            if (i > 0) { // the second time at once: somebody is impatient
                ground.pace.forward(UNTIL_TRIED_AGAIN);
                ground.vendor.comesOnline();
            }
        }
        return died;
    }

    private static boolean goesOn(Ground ground) {
        var action = ground.action();
        var byUndo = !action.undoAskedBy().isEmpty();
        return switch (action.status()) {
            case ROLLED_BACK, PENDING, AWAITING_APPROVAL -> false;
            case FAILED, UNCERTAIN -> !byUndo;
            case COMPLETED -> !byUndo;
            case IN_PROGRESS, ROLLING_BACK -> true;
        };
    }

    private List<String> afterApply(Ground ground) {
        var wrong = new ArrayList<String>();
        var action = ground.action();
        if (action.status() == Status.IN_PROGRESS && action.undoAskedBy().isEmpty()) {
            wrong.add("apply came to no end");
        }
        if (action.status() == Status.COMPLETED && ground.vendor.inForce() == (kind == StepKind.TEMPORARY)) {
            wrong.add("completed, and in force is " + ground.vendor.inForce());
        }
        return wrong;
    }

    private List<String> afterRollback(Ground ground) {
        var wrong = new ArrayList<String>();
        var action = ground.action();
        ground.vendor.finish();
        if (action.status() == Status.ROLLED_BACK && ground.vendor.inForce()) {
            wrong.add("in force after a finished rollback");
        }
        if (!kind.isRepeatable() && ground.vendor.twice()) {
            wrong.add("carried out twice: " + ground.vendor.told());
        }
        if (ground.pace.elapsed().compareTo(AT_MOST) > 0) {
            wrong.add("took " + ground.pace.elapsed());
        }
        if (action.status() == Status.UNCERTAIN && !mayBeUncertain()) {
            wrong.add("uncertain without need: " + action.note());
        }
        if (action.status() != Status.ROLLED_BACK
                && action.note().isEmpty()
                && kind.canBeUndone()
                && kind != StepKind.TEMPORARY) {
            wrong.add(action.status() + " without a reason");
        }
        if (!endsWell(action.status(), ground.vendor.inForce())) {
            wrong.add("it ends " + action.status() + ": " + action.note());
        }
        return wrong;
    }

    /** What is temporary is over when apply has ended: then nothing is left to roll back. */
    private boolean endsWell(Status status, boolean inForce) {
        return switch (status) {
            case ROLLED_BACK, UNCERTAIN -> true;
            case COMPLETED, FAILED -> !kind.canBeUndone() || (kind == StepKind.TEMPORARY && !inForce);
            case PENDING, AWAITING_APPROVAL, IN_PROGRESS, ROLLING_BACK -> false;
        };
    }

    /** Nothing but a person's eyes could tell what became of it. */
    private boolean mayBeUncertain() {
        var lost = reply.isLost() || (crash != CrashPoint.NOWHERE && !crash.isAfterAnswer());
        var noLookTells = !kind.isSeen() || kind == StepKind.ONCE_UNMEASURED || course.contains(Show.UNKNOWN);
        return (lost && !kind.isRepeatable() && noLookTells) || course.contains(Show.UNKNOWN);
    }
}
