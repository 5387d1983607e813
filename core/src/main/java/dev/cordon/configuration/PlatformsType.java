package dev.cordon.configuration;

import dev.cordon.action.ValueTypes;
import dev.cordon.document.JsonSchema;
import dev.cordon.document.Node;
import dev.cordon.document.Node.Entry;
import dev.cordon.document.Node.Mapping;
import dev.cordon.document.Node.Scalar;
import dev.cordon.document.Place;
import dev.cordon.document.Printable;
import dev.cordon.document.Problems;
import dev.cordon.document.Type;
import dev.cordon.plan.PlatformType;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How platforms are written: {@code edge: {type: nftables, netns: lab}}, the settings by the schema of the type.
 *
 * @param types that this version can open
 */
record PlatformsType(List<PlatformType> types) implements Type<List<ConfiguredPlatform>> {

    private static final String TYPE = "type";

    PlatformsType {
        types = List.copyOf(types);
    }

    @Override
    public String words() {
        return "mapping of platform name to its type and settings";
    }

    @Override
    public Optional<List<ConfiguredPlatform>> read(Node node, Problems problems) {
        if (node instanceof Mapping mapping) {
            var read = mapping.entries().stream()
                    .map(entry -> platform(entry, problems))
                    .flatMap(Optional::stream)
                    .toList();
            return read.size() == mapping.entries().size() ? Optional.of(read) : Optional.empty();
        }
        problems.add(node.place(), "platforms stand here, each as 'name: {type: …}', not " + node.described());
        return Optional.empty();
    }

    private Optional<ConfiguredPlatform> platform(Entry entry, Problems problems) {
        var name = ValueTypes.PLATFORM.read(entry.key(), problems);
        if (!(entry.value() instanceof Mapping given)) {
            problems.add(
                    entry.key().place(),
                    "a platform has its type and settings below it: 'type: …'; here is "
                            + entry.value().described());
            return Optional.empty();
        }
        return type(given, entry.key().place(), problems)
                .flatMap(type -> type.settings()
                        .read(without(given), entry.key().place(), problems)
                        .flatMap(settings -> name.map(known -> new ConfiguredPlatform(known, type, settings))));
    }

    private Optional<PlatformType> type(Mapping given, Place at, Problems problems) {
        var written = given.entry(TYPE).map(Entry::value);
        if (written.isEmpty()) {
            problems.add(at, "a platform needs 'type' (" + String.join("|", names()) + ")");
            return Optional.empty();
        }
        if (!(written.get() instanceof Scalar word) || word.isMissing() || word.isNull()) {
            problems.add(
                    written.get().place(),
                    "the type of a platform is wanted here, not "
                            + written.get().described());
            return Optional.empty();
        }
        var type =
                types.stream().filter(known -> known.name().equals(word.text())).findFirst();
        if (type.isEmpty()) {
            refuse(word, problems);
        }
        return type;
    }

    private void refuse(Scalar word, Problems problems) {
        if (TypesToCome.contain(word.text())) {
            problems.add(word.place(), "type '" + word.text() + "' has no connector yet");
        } else {
            problems.unknown(
                    word.place(),
                    Printable.quoted(word.text()) + " is no type of platform; there are " + String.join(", ", names()),
                    word.text(),
                    names());
        }
    }

    private List<String> names() {
        return types.stream().map(PlatformType::name).toList();
    }

    private static Mapping without(Mapping given) {
        return new Mapping(
                given.entries().stream()
                        .filter(entry -> !entry.name().equals(TYPE))
                        .toList(),
                given.place());
    }

    /** The settings follow from {@code type}, so that an editor complains of one type and not of all. */
    @Override
    public ObjectNode jsonSchema() {
        var json = JsonSchema.ofType("object");
        json.set("propertyNames", ValueTypes.PLATFORM.jsonSchema());
        var one = json.putObject("additionalProperties").put("type", "object");
        var type = one.putObject("properties").putObject(TYPE).put("description", "What sort of system it is.");
        names().forEach(type.putArray("enum")::add);
        one.putArray("required").add(TYPE);
        var settings = one.putArray("allOf");
        types.forEach(known -> settings.add(ifOfType(known)));
        return json;
    }

    private static ObjectNode ifOfType(PlatformType type) {
        var json = JsonNodeFactory.instance.objectNode();
        var condition = json.putObject("if");
        condition.putObject("properties").putObject(TYPE).put("const", type.name());
        condition.putArray("required").add(TYPE);
        var then = JsonSchema.of(type.settings());
        then.withObject("properties").putObject(TYPE).put("const", type.name());
        json.set("then", then);
        return json;
    }

    @Override
    public JsonNode write(List<ConfiguredPlatform> platforms) {
        var json = JsonNodeFactory.instance.objectNode();
        for (var platform : platforms) {
            var one = json.putObject(platform.name().value());
            one.put(TYPE, platform.type().name());
            one.setAll(platform.settings().toJson());
        }
        return json;
    }
}
