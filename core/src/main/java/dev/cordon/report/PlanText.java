package dev.cordon.report;

import dev.cordon.plan.PlannedPlaybook;

/** A plan as a responder reads it on a terminal before applying it. */
public record PlanText(Rendering rendering) {

    public String of(PlannedPlaybook plan) {
        return "Plan " + plan.digest() + "\n";
    }
}
