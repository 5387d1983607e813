package dev.cordon.report;

import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a run did, for whoever reads it afterwards. Each line is what the journal holds, with its time (UTC): what was
 * sent, what was answered, what a look found; then what is in force and how it is undone.
 */
public record RunReport(Rendering rendering) {

    /**
     * For people. Text from outside cannot become a heading, a link or anything else but text in it.
     *
     * @param now what the platform itself has released by now is told by it
     */
    public String markdown(RunRecord run, Instant now) {
        return new ReportMarkdown(rendering, run, Observation.byAction(run.entries()), now).write();
    }

    /**
     * For programs: {@code {incident_id, name, analyst, created_at, status, run, …, actions}}, each action a
     * {@link ContainmentAction} with its {@code standing} and what was {@code observed}.
     */
    public ObjectNode json(RunRecord run, Instant now) {
        return new ReportJson(rendering, run, Observation.byAction(run.entries()), now).write();
    }
}
