package dev.cordon.execution;

import dev.cordon.action.ActionId;
import dev.cordon.action.PlatformName;
import dev.cordon.plan.Plan;
import dev.cordon.plan.PlannedAction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who waits for whom among the actions of one playbook. An action waits until those have ended that it comes
 * {@code after}, and those before it that may work on the same thing. Pure.
 *
 * <p>Nobody waits for one that stands behind it, so somebody can always go on.
 *
 * @param before for each action, in the order of the playbook, those whose end it waits for
 */
record Turns(Map<ActionId, Set<ActionId>> before) {

    /** @throws IllegalArgumentException where {@code after} leads to an action that does not stand before it */
    static Turns of(List<PlannedAction> actions) {
        var before = new LinkedHashMap<ActionId, Set<ActionId>>();
        var earlier = new ArrayList<Claims>();
        for (var action : actions) {
            var claims = Claims.of(action);
            var first = new LinkedHashSet<>(action.after());
            if (!before.keySet().containsAll(first)) {
                throw new IllegalArgumentException(action.id() + " does not stand behind all that it comes after");
            }
            earlier.stream().filter(claims::meet).map(Claims::action).forEach(first::add);
            before.put(action.id(), first);
            earlier.add(claims);
        }
        return new Turns(before);
    }

    Set<ActionId> before(ActionId action) {
        return before.getOrDefault(action, Set.of());
    }

    /** What an action may work on: the assets of its steps, and whatever its {@code Each}es may find. */
    private record Claims(ActionId action, List<Claim> all) {

        static Claims of(PlannedAction action) {
            var plan = action.plan();
            var assets =
                    plan.touches().stream().map(asset -> new Claim(asset.on(), asset.kind(), Optional.of(asset.id())));
            return new Claims(action.id(), Stream.concat(assets, kinds(plan)).toList());
        }

        private static Stream<Claim> kinds(Plan plan) {
            return plan.eaches().stream()
                    .map(each -> new Claim(each.find().operation().terms().on(), each.assetKind(), Optional.empty()));
        }

        boolean meet(Claims other) {
            return all.stream().anyMatch(one -> other.all.stream().anyMatch(one::meets));
        }
    }

    /** @param id empty for any of this kind: which ones, is found out when the turn has come */
    private record Claim(PlatformName on, String kind, Optional<String> id) {

        boolean meets(Claim other) {
            return on.equals(other.on)
                    && kind.equals(other.kind)
                    && (id.isEmpty() || other.id.isEmpty() || id.equals(other.id));
        }
    }
}
