package dev.cordon.connectors.endpoint.ssh;

import static dev.cordon.plan.Stage.stage;

import dev.cordon.plan.Draft;
import dev.cordon.plan.Plan;
import dev.cordon.plan.Planned;
import java.util.ArrayList;
import java.util.List;

/**
 * Stops a unit; with {@code forGood} it and its activators are kept from starting before.
 *
 * <p>What is started again when this is undone stands first, so that it comes last: after what kept it from starting is
 * gone, in the order activators, unit, dependants. A socket must be there before its service is.
 */
record Stopping(ServiceSteps steps, ServiceFacts facts, boolean forGood) {

    Draft draft() {
        var unit = facts.unit();
        var cannotStart = unit.masked() || unit.held();
        if (!unit.mayRun() && (cannotStart || !forGood)) {
            return Plan.nothingToDo(steps.asset(unit));
        }
        return Plan.of(cannotStart ? masked() : forGood ? heldAndStopped() : stopped());
    }

    private List<Planned> heldAndStopped() {
        var parts = new ArrayList<Planned>();
        parts.add(dependantsAgain());
        if (facts.unit().runs()) {
            parts.add(steps.startAgain(facts.unit()));
        }
        parts.add(stage(facts.activators().stream().map(steps::startAgain).toList()));
        parts.add(steps.reloadAtUndo(facts.units()));
        parts.add(stage(facts.units().stream().map(steps::hold).toList()));
        parts.add(steps.reload(facts.units()));
        parts.add(somethingRuns() ? steps.stop(facts.units()) : steps.staysDown(facts.unit()));
        return parts;
    }

    private boolean somethingRuns() {
        return facts.unit().mayRun() || !facts.activators().isEmpty();
    }

    private List<Planned> stopped() {
        var parts = new ArrayList<Planned>();
        parts.add(dependantsAgain());
        if (facts.unit().runs()) {
            parts.add(steps.startAgain(facts.unit()));
        }
        parts.add(steps.stop(List.of(facts.unit())));
        return parts;
    }

    /** Dependants cannot start once it is masked again, so that is what undo does last. */
    private List<Planned> masked() {
        return List.of(
                steps.maskAgain(facts.unit()),
                dependantsAgain(),
                steps.startAgainMasked(facts.unit()),
                steps.stop(List.of(facts.unit())));
    }

    /** Undo goes backwards: the nearest must be the first that is started. */
    private Planned dependantsAgain() {
        return stage(facts.dependants().reversed().stream()
                .map(one -> steps.startAgain(one.id()))
                .toList());
    }
}
