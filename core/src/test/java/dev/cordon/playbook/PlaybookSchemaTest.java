package dev.cordon.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.action.ActionIds;
import dev.cordon.action.ActionKind;
import dev.cordon.action.Samples;
import dev.cordon.document.Parameter;
import dev.cordon.document.Reading;
import dev.cordon.testing.EditorCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a schema can tell is wrong, an editor marks; and all of that the reader refuses too. */
class PlaybookSchemaTest {

    private static final PlaybookReader READER = new PlaybookReader(
            new ActionIds(Clock.fixed(Instant.parse("2026-01-05T10:00:00Z"), ZoneOffset.UTC), new Random(7)));
    private static final EditorCheck EDITOR = new EditorCheck(READER.jsonSchema());

    @TempDir
    Path folder;

    @Test
    void the_schema_is_itself_valid() {
        assertThat(EditorCheck.ofSchemas().complaints(READER.jsonSchema())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void every_action_is_valid_with_all_parameters_with_the_required_ones_and_as_it_is_written_back(ActionKind kind)
            throws IOException {
        assertTaken(playbook(kind, Samples.full(kind).parameters()));
        assertTaken(playbook(kind, Samples.minimal(kind).parameters()));
        assertTaken(playbook(kind, onlyRequired(kind)));
    }

    @ParameterizedTest
    @EnumSource
    void a_parameter_that_is_missing_or_unknown_is_marked(ActionKind kind) throws IOException {
        assertMarked(kind, parameters -> parameters.put("no_such_parameter", 1));
        for (var parameter : kind.schema().parameters()) {
            if (parameter.required()) {
                assertMarked(kind, parameters -> parameters.remove(parameter.name()));
                assertMarked(kind, parameters -> parameters.putNull(parameter.name()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_mapping_in_the_place_of_a_value_and_a_word_that_is_not_allowed_are_marked(ActionKind kind)
            throws IOException {
        for (var parameter : kind.schema().parameters()) {
            assertMarked(
                    kind, parameters -> parameters.putObject(parameter.name()).put("no_such", 1));
            if (!parameter.type().allowed().isEmpty()) {
                assertMarked(kind, parameters -> parameters.put(parameter.name(), "no such word"));
            }
        }
    }

    @Test
    void a_number_out_of_its_range_is_marked() throws IOException {
        assertMarked(ActionKind.FIREWALL_BLOCK, parameters -> parameters.put("duration_hours", -1));
        assertMarked(ActionKind.SEGMENT_NETWORK, parameters -> parameters.put("target_vlan", 4095));
        assertMarked(ActionKind.RATE_LIMIT, parameters -> parameters.put("limit", "5"));
    }

    @Test
    void one_action_in_an_item_is_valid_none_and_two_are_marked() throws IOException {
        var none = JsonNodeFactory.instance.objectNode().put("id", "a");
        var two = item(ActionKind.DISABLE_ACCOUNT);
        two.setAll(item(ActionKind.TERMINATE_SESSIONS));
        var unknown = JsonNodeFactory.instance.objectNode();
        unknown.putObject("isolat_host");

        assertMarked(playbook(none));
        assertMarked(playbook(two));
        assertMarked(playbook(unknown));
        assertMarked(playbook());
    }

    @Test
    void what_stands_beside_the_action_and_around_it_is_valid_in_its_form_alone() throws IOException {
        var item = item(ActionKind.DISABLE_ACCOUNT)
                .put("id", "a")
                .put("on", "corp-ad")
                .put("ttl", "1d12h");

        assertTaken(playbook(item).put("analyst", "").put("on_failure", "rollback"));
        assertTaken(playbook(item.deepCopy().putNull("on").put("id", 7)).putNull("analyst"));
        assertMarked(playbook(item.deepCopy().put("id", "-a")));
        assertMarked(playbook(item.deepCopy().put("on", "Corp AD")));
        assertMarked(playbook(item.deepCopy().put("ttl", 90)));
        assertMarked(playbook(item.deepCopy().put("ttl", "12 h")));
        assertMarked(playbook(item.deepCopy().put("after", "a")));
        assertMarked(playbook(item).put("on_failure", "rollbak"));
        assertMarked(playbook(item).put("approval", "high"));
        assertMarked(playbook(item).put("name", "n".repeat(201)));
    }

    private void assertMarked(ActionKind kind, Consumer<ObjectNode> mistake) throws IOException {
        var parameters = Samples.full(kind).parameters();
        mistake.accept(parameters);
        assertMarked(playbook(kind, parameters));
    }

    private void assertMarked(ObjectNode playbook) throws IOException {
        assertThat(EDITOR.complaints(playbook)).as(playbook.toString()).isNotEmpty();
        assertThat(read(playbook)).as(playbook.toString()).isInstanceOf(Reading.Wrong.class);
    }

    private void assertTaken(ObjectNode playbook) throws IOException {
        assertThat(read(playbook)).isInstanceOf(Reading.Read.class);
        assertThat(EDITOR.complaints(playbook)).isEmpty();
    }

    private Reading<Playbook> read(ObjectNode playbook) throws IOException {
        return READER.read(Files.writeString(folder.resolve("playbook.json"), playbook.toString()));
    }

    private static ObjectNode onlyRequired(ActionKind kind) {
        var required = kind.schema().parameters().stream()
                .filter(Parameter::required)
                .map(Parameter::name)
                .toList();
        return Samples.minimal(kind).parameters().retain(required);
    }

    private static ObjectNode item(ActionKind kind) {
        return item(kind, Samples.full(kind).parameters());
    }

    private static ObjectNode item(ActionKind kind, ObjectNode parameters) {
        var item = JsonNodeFactory.instance.objectNode();
        item.set(kind.key(), parameters);
        return item;
    }

    private static ObjectNode playbook(ActionKind kind, ObjectNode parameters) {
        return playbook(item(kind, parameters));
    }

    private static ObjectNode playbook(ObjectNode... items) {
        var playbook = JsonNodeFactory.instance
                .objectNode()
                .put("incident_id", "INC-1")
                .put("name", "Stolen password");
        playbook.putArray("actions").addAll(List.of(items));
        return playbook;
    }
}
