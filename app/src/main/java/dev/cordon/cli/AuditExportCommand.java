package dev.cordon.cli;

import dev.cordon.journal.Entry;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Prints the record of a run exactly as it is stored, so that others can follow its chain without Cordon. */
@Command(
        name = "export",
        description = {
            "Prints the record of a run, an entry a line (JSON Lines), each with its hash.",
            "The body is text, exactly as it was hashed; docs/operations.md says how."
        })
final class AuditExportCommand implements Task {

    private final Workplace workplace;

    @Parameters(paramLabel = "RUN", description = "The run.")
    private String run = "";

    AuditExportCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Ending run() {
        try (var data = workplace.dataToRead()) {
            var journal = data.journal();
            var entries = journal.read(RunChoice.id(run, journal.runs()));
            var lines = entries.stream().map(AuditExportCommand::line).toList();
            var json = JsonNodeFactory.instance.objectNode().put("run", run);
            lines.forEach(json.putArray("entries")::add);
            var text = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
            return new Ending.Result(ExitCode.DONE, text, json);
        }
    }

    private static ObjectNode line(Entry entry) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("run", entry.run().value())
                .put("seq", entry.seq())
                .put("at", entry.at().toString())
                .put("kind", entry.kind())
                .put("body", entry.body())
                .put("hash", entry.hash());
    }
}
