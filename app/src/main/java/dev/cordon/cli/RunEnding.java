package dev.cordon.cli;

import dev.cordon.execution.Platforms;
import dev.cordon.journal.RunState;
import dev.cordon.report.ContainmentActions;
import dev.cordon.report.StatusText;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What {@code apply}, {@code resume} and {@code rollback} end in: where the run stands now. */
record RunEnding(Workplace workplace, Platforms platforms) {

    Ending.Result of(ExitCode code, RunState run) {
        var now = workplace.surroundings().pace().now();
        new WorkerNotice(workplace).about(run);
        return new Ending.Result(code, new StatusText(now).run(run), json(run));
    }

    /** {@code {"run", "status", "actions": [ContainmentAction …]}}. */
    private ObjectNode json(RunState run) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("run", run.id().value())
                .put("status", run.status().word());
        var actions = json.putArray("actions");
        new ContainmentActions(workplace.rendering(platforms)).of(run).forEach(action -> actions.add(action.toJson()));
        return json;
    }
}
