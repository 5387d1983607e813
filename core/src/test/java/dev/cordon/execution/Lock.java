package dev.cordon.execution;

import static dev.cordon.plan.Step.step;
import static dev.cordon.scripted.ScriptedPlatform.asset;
import static dev.cordon.scripted.ScriptedPlatform.list;
import static dev.cordon.scripted.ScriptedPlatform.remove;
import static dev.cordon.scripted.ScriptedPlatform.set;

import dev.cordon.plan.Check;
import dev.cordon.plan.Step;

/** Steps that tests use again and again. */
final class Lock {

    private Lock() {}

    /** Sets {@code name} to {@code locked}, and removes it again. */
    static Step lock(String name) {
        return step("lock " + name)
                .touches(asset(name))
                .apply(set(name, "locked"))
                .undo(remove(name))
                .check(isLocked(name));
    }

    static Check isLocked(String name) {
        return Check.look(list()).expect("/all/" + name, "locked");
    }
}
