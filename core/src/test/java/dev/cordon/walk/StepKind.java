package dev.cordon.walk;

import static dev.cordon.scripted.ScriptedPlatform.asset;

import dev.cordon.operation.Command;
import dev.cordon.operation.Terms;
import dev.cordon.operation.Value;
import dev.cordon.plan.Check;
import dev.cordon.plan.Step;
import dev.cordon.scripted.ScriptedPlatform;
import java.time.Duration;

/** The ways in which a step can differ as far as rule R1 goes. */
enum StepKind {
    REPEATABLE,
    ONCE,
    /** Nobody has documented or measured how long its effect takes to show; it shows at once. */
    ONCE_UNMEASURED,
    UNSEEN,
    ONCE_UNSEEN,
    CANCELLABLE,
    WITHOUT_UNDO,
    CANCELLABLE_WITHOUT_UNDO,
    TEMPORARY;

    private static final Duration WITHIN = Duration.ofMinutes(2);

    Step step() {
        return switch (this) {
            case REPEATABLE -> undoable(write("apply"), write("undo")).check(check(QueueVendor.LAG));
            case ONCE -> undoable(once("apply"), once("undo")).check(check(QueueVendor.LAG));
            case ONCE_UNMEASURED -> undoable(once("apply"), once("undo")).check(check(Duration.ZERO));
            case UNSEEN -> undoable(write("apply"), write("undo"));
            case ONCE_UNSEEN -> undoable(once("apply"), once("undo"));
            case CANCELLABLE -> ONCE.step().cancel(write("cancel"));
            case WITHOUT_UNDO -> once().none("it stays").check(check(QueueVendor.LAG));
            case CANCELLABLE_WITHOUT_UNDO -> WITHOUT_UNDO.step().cancel(write("cancel"));
            case TEMPORARY -> REPEATABLE.step().asTemporary();
        };
    }

    boolean isSeen() {
        return this != UNSEEN && this != ONCE_UNSEEN;
    }

    boolean isRepeatable() {
        return this == REPEATABLE || this == UNSEEN || this == TEMPORARY;
    }

    boolean lags() {
        return isSeen() && this != ONCE_UNMEASURED;
    }

    boolean canBeUndone() {
        return this != WITHOUT_UNDO && this != CANCELLABLE_WITHOUT_UNDO;
    }

    private static Step once() {
        return Step.step("contain").touches(asset("thing")).apply(once("apply"));
    }

    private static Step undoable(Command apply, Command undo) {
        return Step.step("contain").touches(asset("thing")).apply(apply).undo(undo);
    }

    static Check check(Duration settles) {
        return Check.look(Command.of(Terms.read(ScriptedPlatform.NAME), "look"))
                .expect("/inForce", true)
                .pending("/underWay", Check.Is.EQUAL, Value.of(true))
                .settles(settles)
                .within(WITHIN);
    }

    static Command write(String verb) {
        return Command.of(Terms.write(ScriptedPlatform.NAME), verb);
    }

    static Command once(String verb) {
        return Command.of(Terms.once(ScriptedPlatform.NAME), verb);
    }
}
