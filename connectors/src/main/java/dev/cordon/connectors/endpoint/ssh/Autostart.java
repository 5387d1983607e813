package dev.cordon.connectors.endpoint.ssh;

import static dev.cordon.plan.Stage.stage;

import dev.cordon.plan.Draft;
import dev.cordon.plan.Plan;

/**
 * Keeps a unit from starting by itself, without stopping it: the links that make it start with another unit are removed
 * one by one. {@code systemctl disable} would also remove those of other units ({@code Also=}), and links made by hand.
 */
record Autostart(ServiceSteps steps, ServiceFacts facts) {

    Draft draft() {
        var unit = facts.unit();
        var links = unit.enabling();
        if (links.isEmpty()) {
            return unit.masked() || unit.held() || unit.fileState().equals("disabled")
                    ? Plan.nothingToDo(steps.asset(unit))
                    : Plan.refused(
                            unit.id() + " is " + unit.fileState() + ": no link of its own makes it start, so there is"
                                    + " none to remove; with stop_immediately it is kept from starting whatever wants it");
        }
        return Plan.of(
                stage(links.stream().map(link -> steps.unlink(unit, link)).toList()));
    }
}
