package dev.cordon.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.action.ActionIds;
import dev.cordon.action.ActionKind;
import dev.cordon.action.ContainmentRequest;
import dev.cordon.action.Samples;
import dev.cordon.document.Reading;
import dev.cordon.testing.EditorCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An editor never marks what the reader takes, however odd it is. */
class PlaybookSchemaProperties {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<JsonNode> VALUES = List.of(
                    "null, true, false, 0, 7, 4095, 1.5, \"\", \" \", \"x\", \"null\", \"true\", \"7\", \"2h\", \"a b\", \"ip\"",
                    "\"198.51.100.7\", \"web1.corp.example\", \"j.doe@corp.example\", [], {}, [null], [7, true, \"x\"]",
                    "[\"198.51.100.7\"], [\"evil.example\", \"evil.example\"], {\"x\": 1}, {\"sender\": \"a@b.example\"}")
            .stream()
            .flatMap(values -> JSON.readTree("[" + values + "]").valueStream())
            .toList();
    private static final List<String> KEYS = List.of("id", "on", "after", "ttl", "reason", "isolate_host", "x");

    private static final EditorCheck EDITOR = new EditorCheck(reader().jsonSchema());

    private static Path file;

    /** @param where in the playbook, counted through all of its places */
    record Change(int where, What what, String key, JsonNode value) {

        enum What {
            REPLACE,
            REMOVE,
            ADD
        }
    }

    @BeforeContainer
    static void makeFile() throws IOException {
        file = Files.createTempFile("playbook", ".json");
    }

    @AfterContainer
    static void deleteFile() throws IOException {
        Files.delete(file);
    }

    @Property(tries = 2000)
    void whatever_the_reader_takes_is_valid(
            @ForAll("requests") List<ContainmentRequest> requests, @ForAll("changes") List<Change> changes)
            throws IOException {
        var playbook = playbook(requests);
        changes.forEach(change -> apply(change, playbook));

        var reading = reader().read(Files.writeString(file, playbook.toString()));

        var taken = reading instanceof Reading.Read<Playbook>;
        if (taken) {
            assertThat(EDITOR.complaints(playbook)).as(playbook.toString()).isEmpty();
        }
        Statistics.label("taken although changed")
                .collect(taken && !changes.isEmpty())
                .coverage(coverage -> coverage.check(true).percentage(share -> share > 5));
    }

    private static PlaybookReader reader() {
        var clock = Clock.fixed(Instant.parse("2026-01-05T10:00:00Z"), ZoneOffset.UTC);
        return new PlaybookReader(new ActionIds(clock, new Random(7)));
    }

    private static ObjectNode playbook(List<ContainmentRequest> requests) {
        var playbook = JsonNodeFactory.instance
                .objectNode()
                .put("incident_id", "INC-1")
                .put("name", "n")
                .put("analyst", "")
                .put("on_failure", "stop");
        var actions = playbook.putArray("actions");
        requests.forEach(request -> actions.addObject().set(request.kind().key(), request.parameters()));
        return playbook;
    }

    private static void apply(Change change, ObjectNode playbook) {
        var places = new ArrayList<Runnable>();
        collect(change, playbook, places);
        places.get(change.where() % places.size()).run();
    }

    /** What the change would do at each place below this node. */
    private static void collect(Change change, JsonNode node, List<Runnable> into) {
        switch (node) {
            case ObjectNode object ->
                object.properties().forEach(entry -> {
                    into.add(() -> apply(change, object, entry.getKey()));
                    collect(change, entry.getValue(), into);
                });
            case ArrayNode array -> {
                for (var i = 0; i < array.size(); i++) {
                    var index = i;
                    into.add(() -> apply(change, array, index));
                    collect(change, array.get(i), into);
                }
            }
            default -> {}
        }
    }

    private static void apply(Change change, ObjectNode object, String key) {
        switch (change.what()) {
            case REPLACE -> object.set(key, change.value().deepCopy());
            case REMOVE -> object.remove(key);
            case ADD -> object.set(change.key(), change.value().deepCopy());
        }
    }

    private static void apply(Change change, ArrayNode array, int index) {
        switch (change.what()) {
            case REPLACE -> array.set(index, change.value().deepCopy());
            case REMOVE -> array.remove(index);
            case ADD -> array.add(change.value().deepCopy());
        }
    }

    @Provide
    static Arbitrary<List<ContainmentRequest>> requests() {
        return Combinators.combine(Arbitraries.of(ActionKind.class), Arbitraries.of(true, false))
                .as((kind, full) -> full ? Samples.full(kind) : Samples.minimal(kind))
                .list()
                .ofMinSize(1)
                .ofMaxSize(2);
    }

    @Provide
    static Arbitrary<List<Change>> changes() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 500),
                        Arbitraries.of(Change.What.class),
                        Arbitraries.of(KEYS),
                        Arbitraries.of(VALUES))
                .as(Change::new)
                .list()
                .ofMaxSize(3);
    }
}
