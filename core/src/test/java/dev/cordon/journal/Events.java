package dev.cordon.journal;

import dev.cordon.action.ActionId;
import dev.cordon.journal.At.Spot;
import dev.cordon.operation.Answer;
import dev.cordon.operation.VendorText;
import dev.cordon.plan.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Any event of a run of {@link Recorded#playbook}, in any order: more than an engine would write. */
final class Events {

    private static final Arbitrary<ActionId> ACTIONS = Arbitraries.of(Recorded.FIRST, Recorded.SECOND);
    private static final Arbitrary<String> TEXTS =
            Arbitraries.strings().withCharRange(' ', '\ud7ff').ofMaxLength(20);
    private static final Arbitrary<JsonNode> TREES =
            Combinators.combine(TEXTS, Arbitraries.longs()).as(Events::tree);
    private static final Arbitrary<VendorText> SAID = TEXTS.map(VendorText::new);
    private static final Arbitrary<At> PLACES = Combinators.combine(
                    ACTIONS,
                    Arbitraries.of("block", "end sessions"),
                    Arbitraries.of("4711", "4712").injectNull(0.5),
                    Arbitraries.of(Phase.class),
                    Arbitraries.integers().between(1, 3))
            .as((action, step, member, phase, attempt) -> new Spot(step, member).at(action, phase, attempt));

    private Events() {}

    /** An accepted run and what may follow. */
    static Arbitrary<List<Event>> runs() {
        return event().list().ofMaxSize(40).map(later -> {
            var all = new ArrayList<Event>(later);
            all.addFirst(Recorded.accepted());
            return List.copyOf(all);
        });
    }

    static Arbitrary<Event> event() {
        return Arbitraries.oneOf(
                ACTIONS.map(Event.Began::new),
                Combinators.combine(ACTIONS, members())
                        .as((action, found) -> new Event.Found(action, "sessions", found)),
                Combinators.combine(PLACES, TREES).as(Event.Intended::new),
                Combinators.combine(PLACES, answer()).as(Event.Answered::new),
                judged(),
                Combinators.combine(ACTIONS, Arbitraries.of(Status.class), TEXTS)
                        .as(Event.Stands::new),
                Combinators.combine(ACTIONS, TEXTS).as(Event.Undoing::new),
                Combinators.combine(ACTIONS, Arbitraries.of(Status.COMPLETED, Status.FAILED), TEXTS, TEXTS)
                        .as(Event.Noted::new),
                Combinators.combine(ACTIONS, TEXTS, TEXTS)
                        .as((action, by, reason) -> new Event.Extended(action, Recorded.NOW, by, reason)),
                Combinators.combine(ACTIONS, TEXTS).as(Event.Waits::new),
                TEXTS.map(by -> new Event.Approved(by, Recorded.playbook().digest())),
                Combinators.combine(TEXTS, TEXTS).as(Event.Rejected::new),
                Combinators.combine(TEXTS, TEXTS).as(Event.BrokeGlass::new),
                Combinators.combine(ACTIONS, TEXTS, TEXTS)
                        .as((action, name, by) -> new Event.Revealed(action, List.of(name), by)),
                Combinators.combine(ACTIONS, lost().list().ofMaxSize(3)).as(Event.Drifted::new),
                ACTIONS.map(Event.Reapplying::new),
                ACTIONS.map(Event.Restored::new),
                TEXTS.map(Event.Stopped::new),
                Arbitraries.of(Status.class).map(Event.Closed::new));
    }

    private static Arbitrary<Event.Lost> lost() {
        return Combinators.combine(
                        Arbitraries.of("block", "end sessions"),
                        Arbitraries.of("4711", "4712").injectNull(0.5),
                        TEXTS,
                        TREES)
                .as(Event.Lost::new);
    }

    static Arbitrary<Answer> answer() {
        return Arbitraries.oneOf(
                TREES.map(Answer.Ok::new),
                Arbitraries.just(new Answer.Throttled(Recorded.NOW)),
                SAID.map(Answer.Unreachable::new),
                SAID.map(Answer.Unanswered::new),
                SAID.map(Answer.NotFound::new),
                SAID.map(Answer.Unauthorized::new),
                SAID.map(Answer.Stale::new),
                SAID.map(said -> new Answer.Rejected("42501", said)));
    }

    private static Arbitrary<List<Event.Member>> members() {
        return Combinators.combine(Arbitraries.of("4711", "4712", "4713"), TREES)
                .as(Event.Member::new)
                .list()
                .ofMaxSize(3);
    }

    private static Arbitrary<Event.Judged> judged() {
        return Combinators.combine(
                        PLACES,
                        Arbitraries.of(Outcome.class),
                        Arbitraries.of(Verdict.class).injectNull(0.2),
                        TEXTS,
                        TREES.injectNull(0.2),
                        Arbitraries.maps(Arbitraries.of("sg", "id"), TREES))
                .as((at, outcome, verdict, why, seen, saved) ->
                        new Event.Judged(at, outcome, verdict, why, seen, new TreeMap<>(saved)));
    }

    private static JsonNode tree(String text, long number) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("text", text)
                .put("n", number)
                .putNull("nothing")
                .putArray("list")
                .add(number);
        return node;
    }
}
