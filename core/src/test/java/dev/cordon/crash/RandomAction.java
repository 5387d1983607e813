package dev.cordon.crash;

import static dev.cordon.plan.Stage.stage;

import dev.cordon.plan.Part;
import dev.cordon.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;

/**
 * An action of a random playbook.
 *
 * @param stages the kinds of what stands side by side, stage after stage
 */
record RandomAction(String id, List<List<PartKind>> stages) {

    static RandomAction of(String id, RandomGenerator random) {
        var stages = new ArrayList<List<PartKind>>();
        for (var i = random.nextInt(3); i >= 0; i--) {
            stages.add(random.ints(1 + random.nextInt(3), 0, 10)
                    .mapToObj(chance -> one(chance == 0 ? PartKind.DOUBTFUL : PartKind.OTHERS, random))
                    .toList());
        }
        if (random.nextInt(4) == 0) {
            stages.add(List.of(one(PartKind.FAILING, random)));
        }
        return new RandomAction(id, List.copyOf(stages));
    }

    private static PartKind one(List<PartKind> kinds, RandomGenerator random) {
        return kinds.get(random.nextInt(kinds.size()));
    }

    Plan plan() {
        var parts = new TreeMap<Integer, List<Part>>();
        each((at, kind) ->
                parts.computeIfAbsent(at.stage(), _ -> new ArrayList<>()).add(kind.part(at.prefix())));
        return Plan.of(parts.values().stream().map(side -> stage(side)).toList());
    }

    Map<String, String> initial() {
        var initial = new TreeMap<String, String>();
        each((at, kind) -> initial.putAll(kind.initial(at.prefix())));
        return initial;
    }

    boolean fails() {
        return has(PartKind.FAILING);
    }

    boolean isDoubtful() {
        return has(PartKind.DOUBTFUL);
    }

    boolean leavesSomethingForGood() {
        return stages.stream().flatMap(List::stream).anyMatch(PartKind::isForGood);
    }

    private boolean has(List<PartKind> kinds) {
        return stages.stream().flatMap(List::stream).anyMatch(kinds::contains);
    }

    private record Place(String action, int stage, int number) {
        String prefix() {
            return action + "." + stage + "-" + number + "-";
        }
    }

    private void each(BiConsumer<Place, PartKind> doing) {
        for (var stage = 0; stage < stages.size(); stage++) {
            for (var number = 0; number < stages.get(stage).size(); number++) {
                doing.accept(new Place(id, stage, number), stages.get(stage).get(number));
            }
        }
    }
}
