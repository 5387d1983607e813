package dev.cordon.cli;

import dev.cordon.journal.Anchor;
import dev.cordon.journal.Anchors;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.JsonNodeFactory;

/** Says how far every run has come, for a place that nobody who can write the journal can write. */
@Command(
        name = "anchor",
        description = {
            "Prints a line for every run: how many entries it has, and the hash of the last.",
            "Keep it where whoever can write the data folder cannot write: 'cordon audit anchor | logger -t cordon'.",
            "'cordon audit verify --anchors FILE' then shows also what was cut off at the end."
        })
final class AuditAnchorCommand implements Task {

    private final Workplace workplace;

    AuditAnchorCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Ending run() {
        try (var data = workplace.dataToRead()) {
            var lines = Anchors.of(data.journal()).all().stream()
                    .map(Anchor::toJson)
                    .toList();
            var text = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
            var json = JsonNodeFactory.instance.objectNode();
            lines.forEach(json.putArray("anchors")::add);
            return new Ending.Result(ExitCode.DONE, text, json);
        }
    }
}
