package dev.cordon.report;

import static dev.cordon.report.Markdown.code;

import dev.cordon.action.IncidentId;
import dev.cordon.journal.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells of actions that were planned and that nobody has applied yet.
 *
 * @param createdAt when the first of them was planned; empty where there is none
 */
public record PendingReport(
        IncidentId incidentId,
        String name,
        String analyst,
        Optional<Instant> createdAt,
        List<ContainmentAction> actions) {

    public PendingReport {
        actions = List.copyOf(actions);
    }

    /** For people. Text from outside cannot become a heading, a link or anything else but text in it. */
    public String markdown() {
        var text = new StringBuilder("# Containment plan: ").append(code(name)).append("\n\n");
        fact(text, "Incident", code(incidentId.value()));
        fact(text, "Status", Status.PENDING.word() + ": nothing has been changed");
        fact(text, "Analyst", code(analyst));
        createdAt.ifPresent(at -> fact(text, "Planned", Times.shown(at)));
        actions.forEach(action -> action(text, action));
        return text.toString();
    }

    /** The same on one page, for who decides and was not there. */
    public String executive() {
        var text = new StringBuilder("# Executive summary: ").append(code(name)).append("\n\n");
        fact(text, "Incident", code(incidentId.value()));
        fact(text, "Analyst", code(analyst));
        text.append("\nNothing has been changed yet. ")
                .append(actions.size())
                .append(actions.size() == 1 ? " action is" : " actions are")
                .append(" planned.\n\n");
        actions.forEach(action -> text.append("- ")
                .append(code(action.id()))
                .append(": ")
                .append(code(action.actionType() + " " + action.target()))
                .append(", because: ")
                .append(code(action.reason()))
                .append('\n'));
        return text.toString();
    }

    /** For programs: {@code {incident_id, name, analyst, created_at, status, actions}}. */
    public ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("incident_id", incidentId.value());
        json.put("name", name);
        json.put("analyst", analyst);
        json.put("created_at", Times.orNull(createdAt.orElse(null)));
        json.put("status", Status.PENDING.word());
        var all = json.putArray("actions");
        actions.forEach(action -> all.add(action.toJson()));
        return json;
    }

    private static void action(StringBuilder text, ContainmentAction action) {
        text.append("\n## ")
                .append(code(action.actionType() + " " + action.target()))
                .append("\n\n");
        fact(text, "Id", code(action.id()));
        fact(text, "Platform", code(action.metadata().path("platform").asString("")));
        fact(text, "Reason", code(action.reason()));
        fact(text, "Reversibility", code(action.metadata().path("reversibility").asString("")));
        commands(text, "Commands", action.commands());
        commands(text, "Rollback", action.rollbackCommands());
    }

    private static void commands(StringBuilder text, String title, List<String> commands) {
        if (!commands.isEmpty()) {
            text.append("\n### ").append(title).append('\n');
            commands.forEach(command -> text.append('\n').append(Markdown.block(command)));
        }
    }

    private static void fact(StringBuilder text, String label, String value) {
        text.append("- **").append(label).append(":** ").append(value).append('\n');
    }
}
