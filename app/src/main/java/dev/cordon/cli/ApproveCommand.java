package dev.cordon.cli;

import dev.cordon.cli.Ending.Stopped;
import dev.cordon.execution.Approvals;
import dev.cordon.journal.RunState;
import dev.cordon.report.PlanText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Somebody else than the one who asked says yes to a run, having seen its plan. Sends nothing. */
@Command(
        name = "approve",
        description = {
            "Shows the plan of a run that waits for approval, asks, and records the yes. Sends nothing.",
            "Whoever asked for the run cannot approve it; two approvals are two people."
        })
final class ApproveCommand implements Task {

    private final Workplace workplace;

    @Parameters(paramLabel = "RUN", description = "The run that waits.")
    private String run = "";

    @Option(
            names = {"-y", "--yes"},
            description = "Says yes without being asked.")
    private boolean yes;

    ApproveCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Ending run() throws InterruptedException {
        var approval = new Approval(workplace.console(), yes);
        approval.mustBePossible("say yes with --yes");
        try (var platforms = workplace.platformsToShow()) {
            var waiting = waiting();
            workplace.console().show(new PlanText(workplace.rendering(platforms)).toApply(waiting.plan()));
            approval.ask("Approve this?", "'cordon reject " + waiting.id() + " --reason TEXT' says no");
            var now = new Says(workplace).to(waiting.id(), Approvals::approve);
            return new RunEnding(workplace, platforms).of(code(now), now);
        }
    }

    private ExitCode code(RunState now) {
        if (!now.consent().isGiven()) {
            return ExitCode.AWAITS_APPROVAL;
        }
        workplace.console().note("approved: 'cordon resume " + now.id() + "' applies it, and so does 'cordon work'");
        return ExitCode.DONE;
    }

    private RunState waiting() {
        try (var data = workplace.dataToRead()) {
            var found = RunChoice.run(run, data.journal());
            Approvals.doesNotWait(found).ifPresent(why -> {
                throw new Stopped(ExitCode.REFUSED, why);
            });
            return found;
        }
    }
}
