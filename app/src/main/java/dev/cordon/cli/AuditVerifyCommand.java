package dev.cordon.cli;

import dev.cordon.cli.Ending.Stopped;
import dev.cordon.journal.Anchors;
import dev.cordon.journal.RunId;
import dev.cordon.report.Audit;
import dev.cordon.report.Audited;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Follows the hash chains of the journal, also of runs that nobody can read any more, and hashes their evidence anew. */
@Command(
        name = "verify",
        description = {
            "Follows the hash chain of every run, or of one: was anything changed, removed or put in?",
            "Then hashes the evidence that it names: is it there, and what it was?",
            "Ends with 0 where all is whole, with 1 where something is broken."
        })
final class AuditVerifyCommand implements Task {

    private final Workplace workplace;

    @Parameters(arity = "0..1", paramLabel = "RUN", description = "The run to verify; all of them where left out.")
    private Optional<String> run = Optional.empty();

    @Option(
            names = "--anchors",
            paramLabel = "FILE",
            description = "Lines of 'cordon audit anchor' that were kept elsewhere: was the end cut off?")
    private Optional<Path> anchors = Optional.empty();

    AuditVerifyCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Ending run() {
        try (var data = workplace.dataToRead()) {
            var journal = data.journal();
            var noted = anchors.map(AuditVerifyCommand::read).orElse(Anchors.NONE);
            var audit = new Audit(
                    chosen(noted.runs(journal)).stream()
                            .map(id -> Audited.of(journal, noted, data.evidence(), id))
                            .toList(),
                    anchors.isPresent());
            return new Ending.Result(audit.whole() ? ExitCode.DONE : ExitCode.FAILED, audit.text(), audit.toJson());
        }
    }

    private static Anchors read(Path file) {
        try {
            return Anchors.parse(Files.readAllLines(file));
        } catch (IOException e) {
            throw new Stopped(ExitCode.BAD_INPUT, "cannot read " + file + ": " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new Stopped(ExitCode.BAD_INPUT, file + ": " + e.getMessage());
        }
    }

    private List<RunId> chosen(List<RunId> all) {
        return run.map(word -> List.of(RunChoice.id(word, all))).orElse(all);
    }
}
