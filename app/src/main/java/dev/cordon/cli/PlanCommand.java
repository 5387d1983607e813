package dev.cordon.cli;

import dev.cordon.plan.PlannedPlaybook;
import dev.cordon.report.PlanJson;
import dev.cordon.report.PlanText;
import dev.cordon.report.Rendering;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what a playbook or an action would do. Writes nothing outward; the plan is kept in the data folder. */
@Command(
        name = "plan",
        description = {
            "Shows exactly what would be done, and keeps the plan under its digest for 'apply --digest'.",
            "Sends nothing but reads."
        })
final class PlanCommand implements Task {

    private final Workplace workplace;

    @Mixin
    private PlaybookWords words = new PlaybookWords();

    @Option(
            names = "--offline",
            description = "Draws up the plan from assumed facts, without any connection; it is not kept.")
    private boolean offline;

    @Option(names = "--commands", description = "Shows every command in full, as it can be pasted.")
    private boolean commands;

    PlanCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Ending run() {
        var drawUp = new DrawUp(workplace);
        var asked = drawUp.read(words, workplace.arguments());
        try (var platforms = workplace.open(asked.configuration())) {
            var plan = drawUp.plan(asked.playbook(), platforms, offline);
            if (!offline) {
                keep(plan);
                new WorkerNotice(workplace).about(plan);
            }
            var rendering = workplace.rendering(platforms);
            return new Ending.Result(ExitCode.DONE, text(rendering, plan), new PlanJson(rendering).of(plan));
        }
    }

    private String text(Rendering rendering, PlannedPlaybook plan) {
        var text = new PlanText(rendering, commands);
        return offline ? text.offline(plan) : text.of(plan);
    }

    private void keep(PlannedPlaybook plan) {
        try (var data = workplace.dataForPlans()) {
            new InterruptedRuns(workplace).name(data);
            new KeptPlans(data).keep(plan);
        }
    }
}
