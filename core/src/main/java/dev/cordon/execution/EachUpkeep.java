package dev.cordon.execution;

import dev.cordon.journal.At.Spot;
import dev.cordon.journal.Event;
import dev.cordon.journal.Outcome;
import dev.cordon.journal.RunId;
import dev.cordon.plan.Each;
import dev.cordon.plan.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Finds the members of an {@code Each} again while its action is in force: new ones are guarded, written to the journal
 * and get the steps; where it follows, those that are not found any more are undone. A look that is not whole changes
 * nothing.
 */
record EachUpkeep(ActionRun action, Each each) {

    /** What was left under way by a process that died comes first. */
    Watched keepUp() throws InterruptedException {
        var undone = new ArrayList<Outcome>();
        var applied = new ArrayList<>(List.of(members().applyTo(inForce())));
        for (var member : List.copyOf(members().known().keySet())) {
            if (isUndoUnderWay(member)) {
                undone.add(members().undo(member));
            }
        }
        Map<String, JsonNode> found;
        try {
            found = new MemberSearch(action.work(), action.action().id(), each).find();
        } catch (Reader.CouldNotRead | Promises.BrokenPromise e) {
            return new Watched.CouldNotLook(run(), action.action().id(), String.valueOf(e.getMessage()));
        }
        undone.addAll(undoVanished(found));
        return applyNew(found, applied, undone);
    }

    private List<Outcome> undoVanished(Map<String, JsonNode> found) throws InterruptedException {
        var outcomes = new ArrayList<Outcome>();
        var upkeep = each.upkeep();
        if (upkeep != null && upkeep.follow()) {
            for (var member : inForce().keySet()) {
                if (!found.containsKey(member)) {
                    outcomes.add(members().undo(member));
                }
            }
        }
        return outcomes;
    }

    private Watched applyNew(Map<String, JsonNode> found, List<Outcome> applied, List<Outcome> undone)
            throws InterruptedException {
        var inForce = inForce();
        var known = members().known();
        var fresh = new ArrayList<Event.Member>();
        found.forEach((key, item) -> {
            if (!known.containsKey(key) || isReleased(key)) {
                fresh.add(new Event.Member(key, item));
            }
        });
        if (inForce.size() + fresh.size() > each.atMost()) {
            return asks("'" + each.name() + "': more than " + each.atMost()
                    + " members were found: the new ones are not worked on");
        }
        var spared = members().leaveAlone(fresh);
        if (!fresh.isEmpty()) {
            action.work().journal().write(new Event.Found(action.action().id(), each.name(), fresh));
            applied.add(members().applyTo(inForce()));
        }
        var gravest = Together.gravest(List.of(Together.gravest(applied), Together.gravest(undone)));
        if (gravest != Outcome.CONFIRMED || !spared.isEmpty()) {
            return asks("'" + each.name() + "': " + trouble(spared));
        }
        return fresh.isEmpty() && undone.isEmpty()
                ? new Watched.InForce(run(), action.action().id())
                : new Watched.Followed(run(), action.action().id(), fresh.size(), undone.size());
    }

    private String trouble(List<String> spared) {
        return spared.isEmpty()
                ? "not every member could be worked on: 'cordon status " + run() + "' says which"
                : String.join("; ", spared);
    }

    private EachRun members() {
        return new EachRun(action.work(), action.action().id(), each);
    }

    private Map<String, JsonNode> inForce() {
        var inForce = new LinkedHashMap<>(members().known());
        inForce.keySet().removeIf(member -> isReleased(member) || isUndoUnderWay(member));
        return inForce;
    }

    private boolean isReleased(String member) {
        return undoable(member).stream().anyMatch(this::isUndone)
                && undoable(member).stream().allMatch(this::isOver);
    }

    private boolean isUndoUnderWay(String member) {
        return undoable(member).stream()
                        .anyMatch(spot -> action.state().step(spot).undo().outcome() != null
                                || action.state().step(spot).undo().begun())
                && !isReleased(member);
    }

    private List<Spot> undoable(String member) {
        return each.steps().stream()
                .filter(step -> step.undo() != null)
                .map(step -> new Spot(step.name(), member))
                .toList();
    }

    private boolean isUndone(Spot spot) {
        var outcome = action.state().step(spot).undo().outcome();
        return outcome != null && outcome.undone();
    }

    private boolean isOver(Spot spot) {
        return isUndone(spot) || action.state().step(spot).apply().neverHappened();
    }

    private Watched asks(String why) {
        return new Watched.AsksAPerson(run(), action.action().id(), why);
    }

    private RunId run() {
        return action.work().journal().run();
    }
}
