package dev.cordon.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.action.ActionIds;
import dev.cordon.action.ActionKind;
import dev.cordon.action.Samples;
import dev.cordon.document.Reading;
import dev.cordon.testing.HostileText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whatever stands in any word of a playbook, around its actions, beside them or in their parameters: it is refused with
 * a problem in its own line, or kept letter by letter, and JSON and YAML say the same.
 */
class HostilePlaybookTest {

    private static final ActionIds IDS =
            new ActionIds(Clock.fixed(Instant.parse("2026-01-05T10:00:00Z"), ZoneOffset.UTC), new Random(7));
    private static final PlaybookReader READER = new PlaybookReader(IDS);
    /** A value a line, and half characters as escapes, which is the one way to get them into a file. */
    private static final JsonMapper LINES = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private static Path folder;

    /** One text of one playbook. */
    record Spot(ActionKind kind, JsonPointer place) {

        String with(String text) {
            return LINES.writeValueAsString(HostileText.put(playbook(kind), place, text));
        }

        /** Where the text stands, from 1: at the first line that differs. */
        int line() {
            return 1 + Arrays.mismatch(with("one").split("\n"), with("another").split("\n"));
        }
    }

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("playbooks");
    }

    @AfterContainer
    static void deleteFolder() throws IOException {
        Files.deleteIfExists(folder.resolve("p.json"));
        Files.deleteIfExists(folder.resolve("p.yaml"));
        Files.delete(folder);
    }

    @Property(tries = 600)
    void hostile_text_is_refused_in_its_line_or_arrives_unchanged_from_json_and_from_yaml(
            @ForAll("spots") Spot spot, @ForAll("hostile") String text) throws IOException {
        var written = spot.with(text);

        var json = READER.read(Files.writeString(folder.resolve("p.json"), written));
        var yaml = READER.read(Files.writeString(folder.resolve("p.yaml"), written));

        assertRefusedOrKept(json, spot, text);
        assertRefusedOrKept(yaml, spot, text);
        assertThat(yaml.getClass()).isEqualTo(json.getClass());
    }

    private static void assertRefusedOrKept(Reading<Playbook> reading, Spot spot, String text) throws IOException {
        switch (reading) {
            case Reading.Read<Playbook>(var playbook) -> {
                var written = write(playbook);
                HostileText.assertArrived(written.at(spot.place()).stringValue(), text);
                assertThat(READER.read(Files.writeString(folder.resolve("p.json"), LINES.writeValueAsString(written))))
                        .isEqualTo(reading);
            }
            case Reading.Wrong<Playbook>(var problems) -> {
                HostileText.assertFitForATerminal(problems);
                assertThat(problems)
                        .anySatisfy(
                                problem -> assertThat(problem.place().line()).isEqualTo(spot.line()));
            }
        }
    }

    private static ObjectNode playbook(ActionKind kind) {
        var playbook = JsonNodeFactory.instance
                .objectNode()
                .put("incident_id", "INC-1")
                .put("name", "Ransomware")
                .put("analyst", "analyst1")
                .put("on_failure", "rollback");
        var actions = playbook.putArray("actions");
        actions.addObject()
                .put("id", "first")
                .set(
                        ActionKind.TERMINATE_SESSIONS.key(),
                        Samples.minimal(ActionKind.TERMINATE_SESSIONS).parameters());
        var item = actions.addObject().put("id", "a").put("on", "edge").put("ttl", "2h");
        item.putArray("after").add("first");
        item.set(kind.key(), Samples.full(kind).parameters());
        return playbook;
    }

    private static JsonNode write(Playbook playbook) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("incident_id", playbook.incidentId().value())
                .put("name", playbook.name())
                .put("analyst", playbook.analyst())
                .put("on_failure", playbook.onFailure().word());
        var actions = json.putArray("actions");
        playbook.actions().forEach(action -> actions.add(new ItemType(IDS).write(action)));
        return json;
    }

    /** All but those of the first action, which the second names. */
    @Provide
    static Arbitrary<Spot> spots() {
        return Arbitraries.of(Arrays.stream(ActionKind.values())
                .flatMap(kind -> HostileText.placesIn(playbook(kind)).stream().map(place -> new Spot(kind, place)))
                .filter(spot -> !spot.place().toString().startsWith("/actions/0/"))
                .toList());
    }

    @Provide
    static Arbitrary<String> hostile() {
        return HostileText.any();
    }
}
