package dev.cordon.report;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * A run on one page, for who decides and was not there: what was contained and how fast, what is open, what can be
 * undone, what ends by itself. From the journal alone; no command and no credential is needed to read it.
 *
 * @param now what the platform itself has released by now is told by it
 */
public record ExecutiveSummary(RunRecord run, Instant now) {

    /** For people. Text from outside cannot become a heading, a link or anything else but text in it. */
    public String markdown() {
        return new ExecutiveMarkdown(this).write();
    }

    /**
     * For programs: {@code {incident_id, name, analyst, run, status, …, counts, resume, rollback, actions}}; times are
     * ISO-8601 in UTC, {@code contained_after_ms} counts from the acceptance of the plan.
     */
    public ObjectNode toJson() {
        return new ExecutiveJson(this).write();
    }

    List<Contained> actions() {
        return Contained.of(run, now);
    }

    List<Custody> evidence() {
        return Custody.of(run.entries());
    }

    /** How many actions stand where, by the word of their standing, in the order of the plan. */
    SequencedMap<String, Integer> counts() {
        var counts = new LinkedHashMap<String, Integer>();
        actions().forEach(one -> counts.merge(one.standing().word(), 1, Integer::sum));
        return counts;
    }
}
