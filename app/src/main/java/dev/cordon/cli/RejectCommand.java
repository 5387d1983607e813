package dev.cordon.cli;

import dev.cordon.journal.RunId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says no to a run that waits for approval: it never begins. */
@Command(name = "reject", description = "Says no to a run that waits for approval, and why. It never begins.")
final class RejectCommand implements Task {

    private final Workplace workplace;

    @Parameters(paramLabel = "RUN", description = "The run that waits.")
    private String run = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why not, for whoever asked.")
    private String reason = "";

    RejectCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Ending run() throws InterruptedException {
        var why = ReasonWord.of("--reason", reason);
        try (var platforms = workplace.platformsToShow()) {
            var now = new Says(workplace).to(id(), (approvals, of, by) -> approvals.reject(of, by, why));
            return new RunEnding(workplace, platforms).of(ExitCode.DONE, now);
        }
    }

    private RunId id() {
        try (var data = workplace.dataToRead()) {
            return RunChoice.run(run, data.journal()).id();
        }
    }
}
