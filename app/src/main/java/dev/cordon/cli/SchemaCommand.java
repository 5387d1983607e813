package dev.cordon.cli;

import dev.cordon.action.ActionIds;
import dev.cordon.configuration.ConfigurationReader;
import dev.cordon.playbook.PlaybookReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** Prints the JSON Schema of what people write, for their editors: the pages {@code docs/schemas/*.schema.json}. */
@Command(name = "schema", description = "Prints what a playbook or the configuration may hold, as JSON Schema.")
final class SchemaCommand implements Task {

    /** What is described. */
    enum Document {
        playbook,
        configuration
    }

    private final Workplace workplace;

    @Parameters(paramLabel = "playbook|configuration", description = "Which of the two to describe.")
    private Document document = Document.playbook;

    SchemaCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Ending run() {
        var schema = schema(document, workplace.surroundings());
        return new Ending.Result(ExitCode.DONE, schema.toPrettyString(), schema);
    }

    private static ObjectNode schema(Document document, Surroundings surroundings) {
        return switch (document) {
            case playbook ->
                new PlaybookReader(new ActionIds(surroundings.pace().clock(), surroundings.random())).jsonSchema();
            case configuration -> new ConfigurationReader(surroundings.types()).jsonSchema();
        };
    }
}
