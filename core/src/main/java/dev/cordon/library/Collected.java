package dev.cordon.library;

import static dev.cordon.library.CordonException.checked;

import dev.cordon.action.ActionId;
import dev.cordon.library.CordonException.Refused;
import dev.cordon.library.CordonException.WrongInput;
import dev.cordon.playbook.FailurePolicy;
import dev.cordon.report.ContainmentAction;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The actions of a playbook that is not applied yet, their order, and its failure policy. Safe for any number of threads. */
final class Collected {

    private record Item(ContainmentAction action, List<ActionId> after) {}

    private final Map<ActionId, Item> items = new LinkedHashMap<>(); // guarded by this, as are the others
    private FailurePolicy onFailure = FailurePolicy.STOP;
    private boolean open;

    /** @param open whether it takes actions */
    Collected(boolean open) {
        this.open = open;
    }

    synchronized void add(ContainmentAction action, List<String> after) {
        demandOpen();
        if (Drafts.isRollback(action)) {
            throw new WrongInput(action.id() + " takes an action back: hand it to Cordon.rollback");
        }
        var id = checked(() -> new ActionId(action.id()));
        var first = after.stream().map(this::canComeFirst).toList();
        if (items.putIfAbsent(id, new Item(action, first)) != null) {
            throw new WrongInput("the action " + id + " is in the playbook already");
        }
    }

    private ActionId canComeFirst(String after) {
        var id = checked(() -> new ActionId(after));
        var item = items.get(id);
        if (item == null) {
            throw new WrongInput("no action of this playbook has the id '" + id + "': add it first");
        }
        if (Drafts.isByHand(item.action())) {
            throw new WrongInput(id + " is done by hand: what comes after it goes into a playbook of its own");
        }
        return id;
    }

    synchronized void onFailure(FailurePolicy policy) {
        demandOpen();
        onFailure = policy;
    }

    synchronized FailurePolicy onFailure() {
        return onFailure;
    }

    private void demandOpen() {
        if (!open) {
            throw new Refused("this playbook was applied already: make another one for the same incident");
        }
    }

    /** From now on it takes no actions, or does again. */
    synchronized void open(boolean now) {
        open = now;
    }

    synchronized List<ContainmentAction> actions() {
        return items.values().stream().map(Item::action).toList();
    }

    /** Each action in the order in which it was added, with those that it comes after. */
    synchronized Map<ActionId, List<ActionId>> after() {
        var after = new LinkedHashMap<ActionId, List<ActionId>>();
        items.forEach((id, item) -> after.put(id, item.after()));
        return after;
    }

    /** When the first of them was planned; empty where there is none. */
    Optional<Instant> created() {
        return actions().stream().map(ContainmentAction::createdAt).min(Comparator.naturalOrder());
    }
}
