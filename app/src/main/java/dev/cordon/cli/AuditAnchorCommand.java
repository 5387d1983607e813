package dev.cordon.cli;

import dev.cordon.journal.Anchors;
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
            var anchors = Anchors.of(data.journal()).all();
            var text = new StringBuilder();
            anchors.forEach(anchor -> text.append(anchor.line()).append('\n'));
            var json = JsonNodeFactory.instance.objectNode();
            var each = json.putArray("anchors");
            anchors.forEach(anchor -> each.addObject()
                    .put("run", anchor.run().value())
                    .put("entries", anchor.entries())
                    .put("head", anchor.head()));
            return new Ending.Result(ExitCode.DONE, text.toString(), json);
        }
    }
}
