package dev.cordon.journal;

import dev.cordon.action.ActionId;
import dev.cordon.action.IncidentId;
import dev.cordon.action.PlatformName;
import dev.cordon.journal.At.Spot;
import dev.cordon.operation.Command;
import dev.cordon.operation.Terms;
import dev.cordon.operation.Value;
import dev.cordon.plan.Asset;
import dev.cordon.plan.Canonical;
import dev.cordon.plan.Check;
import dev.cordon.plan.Plan;
import dev.cordon.plan.PlannedAction;
import dev.cordon.plan.PlannedPlaybook;
import dev.cordon.plan.Step;
import dev.cordon.playbook.FailurePolicy;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** A small playbook of two actions with one step each, and short words for the events of its run. */
final class Recorded {

    static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    static final RunId RUN = new RunId("RUN-20260105100000-9f86d081");
    static final ActionId FIRST = new ActionId("first");
    static final ActionId SECOND = new ActionId("second");
    static final Spot STEP = new Spot("block", null);

    private static final PlatformName EDGE = new PlatformName("edge");

    private Recorded() {}

    static PlannedPlaybook playbook() {
        return new PlannedPlaybook(
                PlannedPlaybook.FORMAT,
                new IncidentId("INC-2026-0142"),
                "Ransomware",
                "analyst1",
                NOW,
                FailurePolicy.ROLLBACK,
                List.of(action(FIRST), action(SECOND, FIRST)));
    }

    static Event.Accepted accepted() {
        return new Event.Accepted(playbook(), "analyst1", null);
    }

    static RunState run() {
        return RunState.accepted(RUN, accepted(), NOW);
    }

    static At apply(int attempt) {
        return STEP.at(FIRST, Phase.APPLY, attempt);
    }

    static At undo(int attempt) {
        return STEP.at(FIRST, Phase.UNDO, attempt);
    }

    static JsonNode json(String text) {
        return Canonical.parse(text);
    }

    /** Events as a journal would hold them. */
    static List<Entry> entries(List<? extends Event> events) {
        return IntStream.range(0, events.size())
                .mapToObj(i -> entry(i + 1L, Canonical.write(events.get(i))))
                .toList();
    }

    static Entry entry(long seq, String body) {
        return new Entry(RUN, seq, NOW, "event", body, "0".repeat(64));
    }

    private static PlannedAction action(ActionId id, ActionId... after) {
        return new PlannedAction(
                id,
                EDGE,
                "nftables",
                "firewall_block",
                json("{\"target\":\"198.51.100.1\"}"),
                null,
                null,
                null,
                "inet cordon",
                json("{\"table\":false}"),
                json("{\"handle\":7,\"table\":false}"),
                Plan.of(Step.step("block")
                        .touches(new Asset(EDGE, "address", "198.51.100.1", List.of()))
                        .apply(command(Terms.once(EDGE), "add"))
                        .undo(command(Terms.write(EDGE), "delete"))
                        .check(Check.look(command(Terms.read(EDGE), "list")).expect("/exit", 0))),
                List.of(after));
    }

    private static Command command(Terms terms, String verb) {
        return new Command(terms, List.of(Value.of("nft"), Value.of(verb)), null, List.of(0));
    }
}
