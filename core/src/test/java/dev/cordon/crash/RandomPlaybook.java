package dev.cordon.crash;

import dev.cordon.plan.Plan;
import dev.cordon.playbook.FailurePolicy;
import dev.cordon.playbook.PlaybookAction;
import dev.cordon.scripted.Script;
import dev.cordon.scripted.Stand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A playbook that a seed makes. Its end does not depend on who of several is first: where a failure would keep others
 * from beginning, one comes after the other.
 *
 * @param after bit {@code j} of number {@code i}: action {@code i} comes after {@code j}
 */
record RandomPlaybook(FailurePolicy policy, List<RandomAction> actions, List<Integer> after) {

    static RandomPlaybook of(long seed) {
        var random = new SplittableRandom(seed); // unlike Random, neighbouring seeds have nothing in common
        var policy = FailurePolicy.values()[random.nextInt(FailurePolicy.values().length)];
        var actions = new ArrayList<RandomAction>();
        for (var i = random.nextInt(3); i >= 0; i--) {
            actions.add(RandomAction.of("a" + actions.size(), random));
        }
        return new RandomPlaybook(policy, List.copyOf(actions), order(policy, actions, random));
    }

    private static List<Integer> order(FailurePolicy policy, List<RandomAction> actions, RandomGenerator random) {
        var inARow = policy != FailurePolicy.CONTINUE && actions.stream().anyMatch(RandomAction::fails);
        return IntStream.range(0, actions.size())
                .map(i -> inARow ? 1 << i >> 1 : random.nextInt(8) & random.nextInt(8))
                .boxed()
                .toList();
    }

    Script script() {
        var plans = new HashMap<String, Plan>();
        actions.forEach(action -> plans.put(action.id(), action.plan()));
        return Script.several(plans);
    }

    List<PlaybookAction> requests() {
        return IntStream.range(0, actions.size())
                .mapToObj(i -> Stand.action(actions.get(i).id(), before(i).toArray(String[]::new)))
                .toList();
    }

    private Stream<String> before(int number) {
        return IntStream.range(0, number)
                .filter(i -> (after.get(number) >> i & 1) == 1)
                .mapToObj(i -> actions.get(i).id());
    }

    /** What must be in the world before it begins. */
    Map<String, String> initial() {
        var initial = new TreeMap<String, String>();
        actions.forEach(action -> initial.putAll(action.initial()));
        return initial;
    }
}
