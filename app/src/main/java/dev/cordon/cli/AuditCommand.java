package dev.cordon.cli;

import dev.cordon.cli.Ending.Stopped;
import picocli.CommandLine.Command;

/** What can be asked of the journal as evidence; does nothing by itself. */
@Command(name = "audit", description = "Looks whether the journal is as it was written.")
final class AuditCommand implements Task {

    @Override
    public Ending run() {
        throw new Stopped(
                ExitCode.BAD_INPUT,
                "say what to do: 'cordon audit verify [RUN]', 'cordon audit export RUN' or 'cordon audit anchor'");
    }
}
