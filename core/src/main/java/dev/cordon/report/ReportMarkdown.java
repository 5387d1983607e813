package dev.cordon.report;

import static dev.cordon.report.Markdown.code;

import dev.cordon.action.ActionId;
import dev.cordon.journal.Verification;
import dev.cordon.plan.PlannedAction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes the report of a run as Markdown.
 *
 * @param observed what the journal holds about each action
 */
record ReportMarkdown(Rendering rendering, RunRecord run, Map<ActionId, List<Observation>> observed, Instant now) {

    String write() {
        var text = new StringBuilder();
        header(text);
        inForce(text);
        var number = 0;
        for (var action : run.state().plan().actions()) {
            number++;
            action(text, number, action);
        }
        return text.toString();
    }

    private void header(StringBuilder text) {
        var state = run.state();
        var plan = state.plan();
        text.append("# Containment report: ").append(code(plan.name())).append("\n\n");
        fact(text, "Incident", code(plan.incidentId().value()));
        fact(text, "Run", code(state.id().value()));
        fact(text, "Status", state.status().word() + (state.closed() ? "" : ", not finished"));
        fact(text, "Analyst", code(plan.analyst()));
        fact(text, "Plan drawn up", Times.shown(plan.createdAt()));
        fact(text, "Accepted", Times.shown(state.acceptedAt()) + " by " + code(state.by()));
        state.consent().inWords().ifPresent(words -> fact(text, "Approval", code(words)));
        fact(text, "Digest of the plan", code(plan.digest().value()));
        fact(text, "Journal", journal());
        fact(text, "Reported", Times.shown(now));
    }

    private String journal() {
        return switch (run.verification()) {
            case Verification.Intact(var entries, var head) ->
                entries + " entries, their hash chain is intact; head " + code(head);
            case Verification.Broken(var seq, var why) ->
                "**not as it was written** from entry " + seq + " on: " + code(why);
        };
    }

    private void inForce(StringBuilder text) {
        text.append("\n## What is in force\n\n");
        for (var action : run.state().plan().actions()) {
            fact(text, code(action.id().value()), standing(action).inWords());
        }
        Hints.of(run.state(), now)
                .forEach((what, command) ->
                        text.append("\n").append(what).append(":\n\n").append(Markdown.block(command)));
    }

    private void action(StringBuilder text, int number, PlannedAction action) {
        var asked = Asked.of(action);
        var state = run.state().action(action.id());
        text.append("\n## ").append(number).append(". ").append(code(action.action() + " " + asked.target()));
        text.append("\n\n");
        fact(text, "Id", code(action.id().value()));
        fact(text, "Platform", code(action.on() + " (" + action.platformType() + ")"));
        fact(text, "Target resolved to", code(action.resolved()));
        fact(text, "Reason", code(asked.reason()));
        fact(text, "Status", state.status().word());
        if (!state.note().isEmpty()) {
            fact(text, "Note", code(state.note()));
        }
        fact(text, "Touches", code(Wording.touched(action.plan().touches())));
        fact(text, "Reversibility", code(Reversal.of(action).inWords()));
        fact(text, "Now", standing(action).inWords());
        Until.of(run.state(), action, now).ifPresent(until -> fact(text, "Until", code(until.inWords())));
        observed(text, action, observed.getOrDefault(action.id(), List.of()));
    }

    private void observed(StringBuilder text, PlannedAction action, List<Observation> observations) {
        var commands = new ArrayList<String>();
        text.append(observations.isEmpty() ? "" : "\n### Observed\n\n");
        for (var one : observations) {
            one.sent().ifPresent(operation -> commands.add(rendering.command(action, operation)));
            text.append("- ").append(line(one, commands.size())).append('\n');
        }
        text.append(commands.isEmpty() ? "" : "\n### Sent\n");
        for (var i = 0; i < commands.size(); i++) {
            text.append("\nCommand ").append(i + 1).append(":\n\n").append(Markdown.block(commands.get(i)));
        }
    }

    /** @param command the number of the command, where the observation is about one that was sent */
    private static String line(Observation one, int command) {
        return Times.shown(one.at())
                + (one.step().isEmpty() ? "" : " " + code(one.step()))
                + " " + one.what()
                + (one.sent().isPresent() ? ", command " + command : "")
                + (one.said().isEmpty() ? "" : ": " + code(one.said()));
    }

    private Standing standing(PlannedAction action) {
        return Standing.of(action, run.state().action(action.id()), now);
    }

    private static void fact(StringBuilder text, String label, String value) {
        text.append("- **").append(label).append(":** ").append(value).append('\n');
    }
}
