package dev.cordon.playbook;

import dev.cordon.action.ActionIds;
import dev.cordon.action.ActionKind;
import dev.cordon.action.ContainmentRequest;
import dev.cordon.action.IncidentId;
import dev.cordon.action.ValueTypes;
import dev.cordon.document.Arguments;
import dev.cordon.document.Documents;
import dev.cordon.document.JsonSchema;
import dev.cordon.document.Node;
import dev.cordon.document.Node.Mapping;
import dev.cordon.document.Parameter;
import dev.cordon.document.Place;
import dev.cordon.document.Printable;
import dev.cordon.document.Problems;
import dev.cordon.document.Reading;
import dev.cordon.document.Schema;
import dev.cordon.document.Types;
import dev.cordon.document.Values;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a playbook from a YAML or JSON file, or one action from the words of a command. Everything that is wrong is
 * reported at once, each problem at its place; a section that this version does not obey is one of them.
 */
public final class PlaybookReader {

    private static final Parameter<IncidentId> INCIDENT_ID =
            Parameter.required("incident_id", ValueTypes.INCIDENT, "The incident, as the ticket system writes it.");
    private static final Parameter<String> NAME =
            Parameter.required("name", Types.line(200), "What the incident is called, for people.");
    private static final Parameter<Optional<String>> ANALYST =
            Parameter.blankable("analyst", Types.line(200), "Who answers for it.");
    private static final Parameter<FailurePolicy> ON_FAILURE = Parameter.defaulted(
            "on_failure",
            Types.oneOf(FailurePolicy.values()),
            FailurePolicy.STOP,
            "What happens when an action fails: stop leaves what was done, rollback undoes the failed action, rollback_all"
                    + " undoes everything; none of these lets a further action begin. continue lets those begin that do"
                    + " not come after it.");
    private static final String[] NOT_YET = {
        "approval", "automations", "evidence", "notify", "protected", "responders", "schedule", "store", "triggers"
    };

    private final ItemType item;
    private final Parameter<List<PlaybookAction>> actions;
    private final Schema schema;

    /** @param ids makes the ids of actions that are given none */
    public PlaybookReader(ActionIds ids) {
        item = new ItemType(ids);
        actions = Parameter.required("actions", Types.atLeastOne(item), "What is to be done.");
        schema = Schema.of("a playbook", INCIDENT_ID, NAME, ANALYST, ON_FAILURE, actions)
                .notYet(NOT_YET);
    }

    /** What a playbook may hold, for editors; {@link #read} takes nothing that is not valid by it. */
    public ObjectNode jsonSchema() {
        return JsonSchema.document("Cordon playbook", "What is to be done in one incident.", schema);
    }

    /** JSON where the name ends in {@code .json}, else YAML. */
    public Reading<Playbook> read(Path file) {
        return Reading.with(problems -> Documents.read(file, problems).flatMap(root -> playbook(root, problems)));
    }

    /**
     * Reads {@code firewall_block target=198.51.100.1 target_type=ip on=edge ttl=2h} as a playbook of one action, with
     * the failure policy {@code stop}.
     *
     * @param words the parameters of the action, and {@code id}, {@code on} and {@code ttl}
     * @param firstArgument the number that the first of them has on the command line, from 1; the action's key stands
     *     right before it
     */
    public Reading<Playbook> oneAction(
            String action, List<String> words, int firstArgument, String analyst, IncidentId incident) {
        var at = Place.argument(firstArgument - 1);
        return Reading.with(problems -> {
            var given = Arguments.read(words, firstArgument, problems);
            return item.action(request(action, given, at, problems), ItemType.beside(given, at, problems))
                    .map(read -> new Playbook(incident, titleOf(read), analyst, FailurePolicy.STOP, List.of(read)));
        });
    }

    /** The keys that {@link #oneAction} takes beside the parameters of any action: {@code id}, {@code on}, … */
    public static List<String> wordsBesideOneAction() {
        return ItemType.wordsBeside();
    }

    private Optional<Playbook> playbook(Node root, Problems problems) {
        Order.check(root, problems);
        return schema.read(root, root.place(), problems).map(this::playbook);
    }

    private Playbook playbook(Values given) {
        return new Playbook(
                given.get(INCIDENT_ID),
                given.get(NAME),
                given.get(ANALYST).orElse(""),
                given.get(ON_FAILURE),
                given.get(actions));
    }

    private static Optional<ContainmentRequest> request(String action, Mapping given, Place at, Problems problems) {
        var kind = ActionKind.of(action);
        if (kind.isEmpty()) {
            problems.unknown(at, Printable.quoted(action) + " is no action", action, ActionKind.keys());
        }
        var parameters = new Mapping(
                given.entries().stream()
                        .filter(entry -> !ItemType.maybeWord(entry))
                        .toList(),
                given.place());
        return kind.flatMap(known -> known.read(parameters, at, problems));
    }

    private static String titleOf(PlaybookAction action) {
        var request = action.request();
        return request.kind().key() + " " + Printable.of(request.target());
    }
}
