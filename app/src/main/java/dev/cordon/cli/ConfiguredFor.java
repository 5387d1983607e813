package dev.cordon.cli;

import dev.cordon.cli.Ending.Stopped;
import dev.cordon.execution.Platforms;
import dev.cordon.plan.PlannedAction;
import dev.cordon.plan.PlannedPlaybook;
import java.util.List;

/** Sees to it that work on a stored plan does not stop halfway because the configuration lacks a platform. */
record ConfiguredFor(Platforms platforms) {

    void demand(PlannedPlaybook plan) {
        demand(plan.actions());
    }

    /** @throws Stopped naming the platforms that are missing, or are of another type than they were */
    void demand(List<PlannedAction> actions) {
        var lacking = platforms.lacking(actions);
        if (!lacking.isEmpty()) {
            throw new Stopped(
                    ExitCode.BAD_INPUT,
                    "the configuration has no platform " + String.join(", ", lacking)
                            + ", which this acts on: add it, or say with --config where it is configured");
        }
    }
}
