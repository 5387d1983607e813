package dev.cordon.paper;

import dev.cordon.journal.At;
import dev.cordon.journal.Entry;
import dev.cordon.journal.Event;
import dev.cordon.journal.Outcome;
import dev.cordon.journal.Phase;
import dev.cordon.journal.RunId;
import dev.cordon.journal.RunState;
import dev.cordon.operation.Answer;
import dev.cordon.operation.Operation;
import dev.cordon.plan.Canonical;
import dev.cordon.plan.PlannedAction;
import dev.cordon.plan.PlannedPlaybook;
import dev.cordon.plan.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** A run on paper: journal entries one second apart, the first of them its acceptance. Does not change. */
public final class PaperRun {

    public static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    private static final RunId ID = new RunId("RUN-1");
    private static final JsonNode NOTHING = Canonical.parse("{}");

    private final List<Entry> entries;

    public PaperRun(PlannedAction action) {
        this(PaperPlan.playbook("on paper", action), "analyst1");
    }

    public PaperRun(PlannedPlaybook plan, String by) {
        this(List.of(entry(1, new Event.Accepted(plan, by, null))));
    }

    private PaperRun(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    public PaperRun add(Event event) {
        var more = new ArrayList<>(entries);
        more.add(entry(entries.size() + 1, event));
        return new PaperRun(more);
    }

    public List<Entry> entries() {
        return entries;
    }

    public RunState state() {
        return RunState.fold(entries).orElseThrow();
    }

    public static Event intended(PlannedAction action, String step, Operation operation) {
        return new Event.Intended(at(action, step), Canonical.tree(operation));
    }

    public static Event answered(PlannedAction action, String step) {
        return new Event.Answered(at(action, step), new Answer.Ok(NOTHING));
    }

    public static Event confirmed(PlannedAction action, String step) {
        return new Event.Judged(at(action, step), Outcome.CONFIRMED, Verdict.CONFIRMED, "", NOTHING, new TreeMap<>());
    }

    private static At at(PlannedAction action, String step) {
        return new At(action.id(), step, null, Phase.APPLY, 1);
    }

    private static Entry entry(int seq, Event event) {
        return new Entry(ID, seq, START.plusSeconds(seq), "event", Canonical.write(event), "0".repeat(64));
    }
}
