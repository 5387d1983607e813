package dev.cordon.playbook;

import dev.cordon.action.ActionId;
import dev.cordon.action.ActionIds;
import dev.cordon.action.ActionKind;
import dev.cordon.action.ContainmentRequest;
import dev.cordon.action.PlatformName;
import dev.cordon.action.Reason;
import dev.cordon.action.ValueTypes;
import dev.cordon.document.JsonSchema;
import dev.cordon.document.Node;
import dev.cordon.document.Node.Entry;
import dev.cordon.document.Node.Mapping;
import dev.cordon.document.Node.Scalar;
import dev.cordon.document.Parameter;
import dev.cordon.document.Place;
import dev.cordon.document.Printable;
import dev.cordon.document.Problems;
import dev.cordon.document.Schema;
import dev.cordon.document.Type;
import dev.cordon.document.Types;
import dev.cordon.document.Values;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How one item of a playbook is written: exactly one action key with its parameters below it, and beside it
 * {@code id}, {@code on}, {@code after}, {@code ttl}, {@code watch}, {@code reapply} and {@code waive_evidence}.
 *
 * @param ids makes the id of an item that has none
 */
record ItemType(ActionIds ids) implements Type<PlaybookAction> {

    static final Parameter<Optional<ActionId>> ID =
            Parameter.optional("id", ValueTypes.ACTION_ID, "What the action is called; made up when it is left out.");
    static final Parameter<Optional<PlatformName>> ON =
            Parameter.optional("on", ValueTypes.PLATFORM, "The configured platform to act on, where several fit.");
    static final Parameter<Optional<Duration>> TTL =
            Parameter.optional("ttl", Types.duration(), "After this time the action is undone by itself.");
    static final Parameter<List<ActionId>> AFTER = Parameter.defaulted(
            "after", Types.listOf(ValueTypes.ACTION_ID), List.of(), "The actions that must be completed first.");

    static final Parameter<Optional<Reason>> WAIVE_EVIDENCE = Parameter.optional(
            "waive_evidence",
            ValueTypes.REASON,
            "Why the action goes on where evidence cannot be captured; else a failed capture stops it.");

    static final Parameter<Optional<Watch>> WATCH = Parameter.optional(
            "watch",
            Types.text("duration or never", Watch::parse),
            "How often it is looked at while it is in force: every " + Watch.DEFAULT + " where nothing is said.");
    static final Parameter<Boolean> REAPPLY = Parameter.defaulted(
            "reapply", Types.trueOrFalse(), false, "Whether it is applied again where somebody undid it.");

    private static final Schema BESIDE = Schema.of("an action", ID, ON, AFTER, TTL, WATCH, REAPPLY, WAIVE_EVIDENCE);

    @Override
    public String words() {
        return "action";
    }

    @Override
    public Optional<PlaybookAction> read(Node node, Problems problems) {
        if (node instanceof Mapping item) {
            refuseUnknown(item, problems);
            return action(request(item, problems), readBeside(beside(item), item.place(), problems));
        }
        problems.add(
                node.place(),
                "an action is wanted here, its key with its parameters below it, not " + node.described());
        return Optional.empty();
    }

    /** An action that was read by itself, and what stands beside its key. */
    Optional<PlaybookAction> action(Optional<ContainmentRequest> request, Optional<Values> beside) {
        return request.flatMap(asked -> beside.map(given -> new PlaybookAction(
                given.get(ID).orElseGet(ids::next),
                given.get(ON),
                given.get(AFTER),
                new Conditions(given.get(TTL), given.get(WAIVE_EVIDENCE), watch(given)),
                asked)));
    }

    private static Watch watch(Values given) {
        return given.get(WATCH).orElse(Watch.DEFAULT).reapplying(given.get(REAPPLY));
    }

    private static Optional<Values> readBeside(Mapping beside, Place at, Problems problems) {
        var read = BESIDE.read(beside, at, problems);
        var blind = read.filter(given -> given.get(REAPPLY)
                && given.get(WATCH).filter(watch -> watch.every() == null).isPresent());
        blind.ifPresent(_ -> problems.add(
                at, "'reapply' needs a watch: what is never looked at cannot be applied again; leave out one of them"));
        return blind.isPresent() ? Optional.empty() : read;
    }

    private static Optional<ContainmentRequest> request(Mapping item, Problems problems) {
        var asked = item.entries().stream()
                .filter(entry -> ActionKind.of(entry.name()).isPresent())
                .toList();
        if (asked.isEmpty() && item.entries().stream().allMatch(ItemType::standsBeside)) {
            problems.add(
                    item.place(),
                    "this item has no action: write its key, for example " + ActionKind.FIREWALL_BLOCK.key()
                            + ", with its parameters below it");
        }
        asked.stream()
                .skip(1)
                .forEach(entry -> problems.add(
                        entry.key().place(),
                        "'" + entry.name() + "' is a second action in one item; begin a new item for it"));
        var requests = asked.stream().map(entry -> request(entry, problems)).toList();
        return requests.stream().findFirst().flatMap(first -> first);
    }

    private static Optional<ContainmentRequest> request(Entry entry, Problems problems) {
        return ActionKind.of(entry.name())
                .flatMap(kind -> kind.read(entry.value(), entry.key().place(), problems));
    }

    private static void refuseUnknown(Mapping item, Problems problems) {
        var known = Stream.concat(ActionKind.keys().stream(), besideNames().stream())
                .toList();
        item.entries().stream()
                .filter(entry -> !known.contains(entry.name()))
                .forEach(entry -> problems.unknown(entry.key().place(), unknown(entry), entry.name(), known));
    }

    private static String unknown(Entry entry) {
        var meantAsAction =
                entry.value() instanceof Mapping || (entry.value() instanceof Scalar scalar && scalar.isMissing());
        return Printable.quoted(entry.name())
                + (meantAsAction ? " is no action" : " is no action, and nothing that stands beside one");
    }

    private static Mapping beside(Mapping item) {
        return new Mapping(
                item.entries().stream().filter(ItemType::standsBeside).toList(), item.place());
    }

    static boolean standsBeside(Entry entry) {
        return besideNames().contains(entry.name());
    }

    private static Set<String> besideNames() {
        return BESIDE.names();
    }

    /** What stands beside the key, from {@code key=value} words: all but {@code after}, as one action follows none. */
    static Optional<Values> beside(Mapping words, Place at, Problems problems) {
        return readBeside(
                new Mapping(words.entries().stream().filter(ItemType::maybeWord).toList(), at), at, problems);
    }

    /** The keys that {@link #beside(Mapping, Place, Problems)} takes, in their order. */
    static List<String> wordsBeside() {
        return BESIDE.parameters().stream()
                .map(Parameter::name)
                .filter(name -> !name.equals(AFTER.name()))
                .toList();
    }

    static boolean maybeWord(Entry entry) {
        return standsBeside(entry) && !entry.name().equals(AFTER.name());
    }

    /** All action keys with their parameters, of which exactly one is wanted: so an editor can offer and explain them. */
    @Override
    public ObjectNode jsonSchema() {
        var json = JsonSchema.of(BESIDE);
        var properties = json.withObject("properties");
        var oneOf = json.putArray("oneOf");
        for (var kind : ActionKind.values()) {
            properties.set(kind.key(), jsonSchema(kind));
            oneOf.addObject().putArray("required").add(kind.key());
        }
        return json;
    }

    private static ObjectNode jsonSchema(ActionKind kind) {
        var json =
                JsonNodeFactory.instance.objectNode().put("title", kind.key()).put("description", kind.summary());
        json.setAll(JsonSchema.of(kind.schema()));
        return json;
    }

    @Override
    public JsonNode write(PlaybookAction action) {
        var item = Values.of(
                        ID.is(Optional.of(action.id())),
                        ON.is(action.on()),
                        AFTER.is(action.after()),
                        TTL.is(action.conditions().ttl()),
                        WATCH.is(Optional.of(action.conditions().watch().reapplying(false))
                                .filter(watch -> !watch.equals(Watch.DEFAULT))),
                        REAPPLY.is(action.conditions().watch().reapply()),
                        WAIVE_EVIDENCE.is(action.conditions().waiver()))
                .toJson();
        item.set(action.request().kind().key(), action.request().parameters());
        return item;
    }
}
