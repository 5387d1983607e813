package dev.cordon.cli;

import dev.cordon.action.ActionKind;
import dev.cordon.action.Catalogue;
import dev.cordon.cli.Ending.Stopped;
import dev.cordon.cli.Ending.Trouble;
import dev.cordon.document.Place;
import dev.cordon.document.Printable;
import dev.cordon.document.Problems;
import dev.cordon.report.TextTable;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Prints the catalogue: every action, what it takes, and which types of platform carry it today. */
@Command(name = "actions", description = "Lists the actions, or says what one takes and which platforms carry it.")
final class ActionsCommand implements Task {

    private final Workplace workplace;

    @Parameters(arity = "0..1", paramLabel = "ACTION", description = "The action to tell of.")
    private Optional<String> action = Optional.empty();

    @Option(names = "--markdown", description = "Prints the list as the page docs/coverage.md.")
    private boolean markdown;

    ActionsCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Ending run() {
        var all = Catalogue.all().entries();
        var chosen = action.map(key -> List.of(entry(key, all))).orElse(all);
        return new Ending.Result(ExitCode.DONE, text(chosen), json(chosen));
    }

    private String text(List<Catalogue.Entry> chosen) {
        if (markdown) {
            return coverage().markdown();
        }
        return action.isPresent() ? detail(chosen.getFirst()) : list(chosen);
    }

    private static Catalogue.Entry entry(String key, List<Catalogue.Entry> all) {
        return all.stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Stopped(unknown(key)));
    }

    private static Trouble unknown(String key) {
        var problems = new Problems();
        problems.unknown(Place.of("ACTION"), Printable.quoted(key) + " is no action", key, ActionKind.keys());
        return Trouble.badInput(problems.list());
    }

    private String list(List<Catalogue.Entry> entries) {
        var table = new TextTable().row("ACTION", "CARRIED BY", "");
        entries.forEach(entry -> table.row(entry.key(), carriers(entry), entry.summary()));
        return table.toString();
    }

    private String detail(Catalogue.Entry entry) {
        var parameters = new TextTable();
        for (var parameter : entry.parameters()) {
            parameters.row("  " + parameter.name(), type(parameter), whenAbsent(parameter), parameter.sentence());
        }
        return entry.key() + ": " + entry.summary() + "\nCarried by: " + carriers(entry) + "\n\n" + parameters;
    }

    private static String type(Catalogue.Param parameter) {
        return parameter.allowed().isEmpty() ? parameter.type() : String.join("|", parameter.allowed());
    }

    private static String whenAbsent(Catalogue.Param parameter) {
        return parameter.absent().map(value -> "default " + value).orElse("required");
    }

    private String carriers(Catalogue.Entry entry) {
        var types = types(entry);
        return types.isEmpty() ? "nothing yet" : String.join(", ", types);
    }

    private List<String> types(Catalogue.Entry entry) {
        return coverage().carriers(ActionKind.of(entry.key()).orElseThrow());
    }

    private Coverage coverage() {
        return new Coverage(workplace.surroundings().types());
    }

    private ObjectNode json(List<Catalogue.Entry> entries) {
        var json = JsonNodeFactory.instance.objectNode();
        var actions = json.putArray("actions");
        entries.forEach(entry -> actions.add(json(entry)));
        return json;
    }

    private ObjectNode json(Catalogue.Entry entry) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("action", entry.key())
                .put("action_type", entry.actionType())
                .put("summary", entry.summary());
        types(entry).forEach(json.putArray("platform_types")::add);
        json.put("platform_parameter", entry.platformParameter().orElse(null));
        var parameters = json.putArray("parameters");
        entry.parameters().forEach(parameter -> parameters.add(json(parameter)));
        return json;
    }

    private static ObjectNode json(Catalogue.Param parameter) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("name", parameter.name())
                .put("type", parameter.type())
                .put("required", parameter.required())
                .put("default", parameter.absent().orElse(null))
                .put("sentence", parameter.sentence());
        parameter.allowed().forEach(json.putArray("allowed")::add);
        return json;
    }
}
