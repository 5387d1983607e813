package dev.cordon.connectors.endpoint.ssh;

import dev.cordon.action.TerminateProcess;
import dev.cordon.plan.Plan;
import dev.cordon.playbook.Conditions;

/** What the approver must know and no operation says. */
final class TerminationNotes {

    private TerminationNotes() {}

    static Plan on(Plan plan, TerminateProcess request, ProcessFacts facts, Conditions conditions) {
        var noted = plan.note("a killed process does not come back: this action cannot be undone");
        if (facts.boot().isEmpty()) {
            noted = noted.note("assumed: one process of this name, and an account that may kill it");
        }
        for (var process : facts.processes()) {
            if (process.unit().endsWith(".service")) {
                noted = noted.note(process.pid() + " belongs to " + process.unit()
                        + ", which may start it again: that would be seen, and the action would fail; disable_service"
                        + " keeps it from starting");
            }
        }
        if (!request.createMemoryDump()) {
            return noted.note("no memory is kept: create_memory_dump is false");
        }
        return noted.note(conditions
                .waiver()
                .map(why -> "a memory dump that fails does not stop the action, because: " + why)
                .orElse("a memory dump that fails stops the action, and the processes go on; waive_evidence"
                        + " with a reason lets it go on without"));
    }
}
