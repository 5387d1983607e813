package dev.cordon.execution;

import static dev.cordon.execution.Lock.isLocked;
import static dev.cordon.execution.Lock.lock;
import static dev.cordon.plan.Step.step;
import static dev.cordon.scripted.ScriptedPlatform.asset;
import static dev.cordon.scripted.ScriptedPlatform.list;
import static dev.cordon.scripted.ScriptedPlatform.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.action.ActionId;
import dev.cordon.journal.Event;
import dev.cordon.journal.Phase;
import dev.cordon.journal.RunState;
import dev.cordon.journal.Status;
import dev.cordon.plan.Check;
import dev.cordon.plan.Plan;
import dev.cordon.plan.Step;
import dev.cordon.playbook.FailurePolicy;
import dev.cordon.playbook.PlaybookAction;
import dev.cordon.scripted.Script;
import dev.cordon.scripted.Stand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A playbook of actions that fail or not, and what must hold of its run however it went. */
record Playbooks(FailurePolicy policy, List<Kind> kinds) {

    /**
     * @param after bit {@code i}: it comes after action {@code i}, where that stands before it
     * @param fails after it has changed something
     * @param thing actions with the same one work on one asset
     */
    record Kind(int after, boolean fails, boolean undoable, int thing) {}

    Stand stand(Path folder) {
        var plans = new HashMap<String, Plan>();
        for (var i = 0; i < kinds.size(); i++) {
            plans.put(id(i), plan(i));
        }
        return new Stand(folder, Script.several(plans));
    }

    private Plan plan(int number) {
        var kind = kinds.get(number);
        var name = id(number) + ".door";
        var touched = asset("thing-" + kind.thing());
        var undoable = lock(name).touches(touched);
        var forGood = step("lock " + name)
                .touches(touched)
                .apply(set(name, "locked"))
                .check(isLocked(name))
                .none("it is locked for good");
        var impossible = step("prove").check(Check.look(list()).expect("/all/nothing", "there"));
        var steps = new ArrayList<Step>(List.of(kind.undoable() ? undoable : forGood));
        if (kind.fails()) {
            steps.add(impossible);
        }
        return Plan.of(steps);
    }

    PlaybookAction[] actions() {
        return IntStream.range(0, kinds.size())
                .mapToObj(i -> Stand.action(id(i), after(i).map(Playbooks::id).toArray(String[]::new)))
                .toArray(PlaybookAction[]::new);
    }

    /** @param events the whole journal of the run, over all processes that worked on it */
    void holdsOf(RunState state, List<Event> events, Iterable<String> world) {
        theStatusesAreWhatThePolicySays(state, events);
        theWorldIsWhatTheStatusesSay(state, world);
        nothingBeganTooEarly(events);
        undoWentInReverse(events);
    }

    private void theStatusesAreWhatThePolicySays(RunState state, List<Event> events) {
        var anyFailed =
                IntStream.range(0, kinds.size()).anyMatch(i -> kinds.get(i).fails() && began(events, i) >= 0);
        for (var i = 0; i < kinds.size(); i++) {
            var action = state.action(new ActionId(id(i)));
            if (began(events, i) >= 0) {
                assertThat(action.status()).as(id(i)).isEqualTo(expected(kinds.get(i), anyFailed));
            } else {
                assertThat(action.status()).as(id(i)).isEqualTo(Status.PENDING);
                assertThat(action.note()).startsWith("did not begin");
                assertThat(anyFailed).as("something kept it from beginning").isTrue();
            }
            if (policy == FailurePolicy.CONTINUE) {
                assertThat(began(events, i) >= 0)
                        .isEqualTo(after(i).allMatch(first ->
                                began(events, first) >= 0 && !kinds.get(first).fails()));
            }
        }
        assertThat(state.closed()).isTrue();
        assertThat(state.status() == Status.COMPLETED).isEqualTo(!anyFailed);
    }

    private Status expected(Kind kind, boolean anyFailed) {
        var undone = switch (policy) {
            case STOP, CONTINUE -> false;
            case ROLLBACK -> kind.fails();
            case ROLLBACK_ALL -> anyFailed;
        };
        if (undone && kind.undoable()) {
            return Status.ROLLED_BACK;
        }
        return kind.fails() ? Status.FAILED : Status.COMPLETED;
    }

    private void theWorldIsWhatTheStatusesSay(RunState state, Iterable<String> world) {
        var inForce = new TreeSet<String>();
        state.actions().forEach((id, action) -> {
            if (action.status() == Status.COMPLETED || action.status() == Status.FAILED) {
                inForce.add(id + ".door");
            }
        });
        assertThat(world).containsExactlyElementsOf(inForce);
    }

    private void nothingBeganTooEarly(List<Event> events) {
        for (var i = 0; i < kinds.size(); i++) {
            var began = began(events, i);
            if (began < 0) {
                continue;
            }
            var number = i;
            after(i).forEach(first -> assertThat(stood(events, first, Status.COMPLETED))
                    .as(id(number) + " after " + id(first))
                    .isBetween(0, began));
            IntStream.range(0, i)
                    .filter(earlier ->
                            kinds.get(earlier).thing() == kinds.get(number).thing())
                    .filter(earlier -> began(events, earlier) >= 0)
                    .forEach(earlier -> assertThat(ended(events, earlier))
                            .as(id(number) + " on the same thing as " + id(earlier))
                            .isBetween(0, began));
        }
    }

    private void undoWentInReverse(List<Event> events) {
        var begun = IntStream.range(0, kinds.size())
                .boxed()
                .filter(i -> began(events, i) >= 0)
                .sorted((one, other) -> began(events, other) - began(events, one))
                .map(Playbooks::id)
                .toList();
        var undone = events.stream()
                .flatMap(event -> event instanceof Event.Intended(var at, var _) && at.phase() == Phase.UNDO
                        ? Stream.of(at.action().value())
                        : Stream.of())
                .distinct()
                .toList();
        assertThat(begun.stream().filter(undone::contains).toList()).isEqualTo(undone);
    }

    private static int began(List<Event> events, int action) {
        return events.indexOf(new Event.Began(new ActionId(id(action))));
    }

    private static int stood(List<Event> events, int action, Status status) {
        return IntStream.range(0, events.size())
                .filter(i -> events.get(i) instanceof Event.Stands(var id, var now, var _)
                        && id.value().equals(id(action))
                        && now == status)
                .findFirst()
                .orElse(-1);
    }

    /** The first time that it stood anywhere is the end of its apply. */
    private int ended(List<Event> events, int action) {
        return stood(events, action, kinds.get(action).fails() ? Status.FAILED : Status.COMPLETED);
    }

    private Stream<Integer> after(int number) {
        return IntStream.range(0, number)
                .filter(i -> (kinds.get(number).after() >> i & 1) == 1)
                .boxed();
    }

    private static String id(int number) {
        return "a" + number;
    }
}
