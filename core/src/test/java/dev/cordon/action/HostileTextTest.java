package dev.cordon.action;

import static dev.cordon.testing.HostileText.assertArrived;
import static dev.cordon.testing.HostileText.assertFitForATerminal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.document.Arguments;
import dev.cordon.document.Place;
import dev.cordon.document.Reading;
import dev.cordon.testing.HostileText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever an attacker calls a thing, it is refused with a problem or arrives as data, letter by letter. */
class HostileTextTest {

    /** One text of one request: a parameter, a value in a list, or one inside a mapping. */
    record Field(ActionKind kind, JsonPointer pointer) {

        JsonNode parameters() {
            return Samples.full(kind).parameters();
        }

        JsonNode parametersWith(String text) {
            return HostileText.put(parameters(), pointer, text);
        }
    }

    @ParameterizedTest
    @EnumSource
    void known_attacks_in_every_field_are_refused_or_arrive_unchanged(ActionKind kind) {
        var fields = fieldsOf(kind);

        assertThat(fields).isNotEmpty();
        for (var field : fields) {
            for (var text : HostileText.KNOWN) {
                assertRefusedOrUnchanged(ContainmentRequest.read(kind, field.parametersWith(text)), field, text);
            }
        }
    }

    @Property(tries = 1000)
    void hostile_text_in_a_document_is_refused_or_arrives_unchanged(
            @ForAll("fields") Field field, @ForAll("hostile") String text) {
        var reading = ContainmentRequest.read(field.kind(), field.parametersWith(text));

        assertRefusedOrUnchanged(reading, field, text);
    }

    @Property(tries = 1000)
    void hostile_text_on_the_command_line_is_refused_or_arrives_unchanged(
            @ForAll("parameters") Field field, @ForAll("hostile") String text) {
        var name = field.pointer().getMatchingProperty();
        var words = new ArrayList<String>();
        for (var parameter : field.parameters().properties()) {
            var value = parameter.getKey().equals(name) ? text : onCommandLine(parameter.getValue());
            words.add(parameter.getKey() + "=" + value);
        }

        var reading = Reading.with(
                problems -> field.kind().read(Arguments.read(words, 1, problems), Place.of("command line"), problems));

        assertRefusedOrUnchanged(reading, field, text);
    }

    @Property
    void hostile_target_never_makes_a_generated_reason_that_is_refused(@ForAll("hostile") String text) {
        var given = new Field(ActionKind.TERMINATE_PROCESS, JsonPointer.compile("/process_name")).parametersWith(text);
        ((ObjectNode) given).remove("reason");

        var reading = ContainmentRequest.read(ActionKind.TERMINATE_PROCESS, given);

        switch (reading) {
            case Reading.Read<ContainmentRequest>(var request) ->
                assertThat(request.reason().value()).startsWith("Terminate the process ");
            case Reading.Wrong<ContainmentRequest>(var problems) -> assertFitForATerminal(problems);
        }
    }

    private static void assertRefusedOrUnchanged(Reading<ContainmentRequest> reading, Field field, String text) {
        switch (reading) {
            case Reading.Read<ContainmentRequest>(var request) ->
                assertArrived(request.parameters().at(field.pointer()).stringValue(), text);
            case Reading.Wrong<ContainmentRequest>(var problems) -> assertFitForATerminal(problems);
        }
    }

    private static String onCommandLine(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }

    /** Each text of each request. */
    @Provide
    Arbitrary<Field> fields() {
        return Arbitraries.of(Arrays.stream(ActionKind.values())
                .map(HostileTextTest::fieldsOf)
                .flatMap(List::stream)
                .toList());
    }

    /** Those that are one word of a command: neither a list nor inside a mapping. */
    @Provide
    Arbitrary<Field> parameters() {
        return fields().filter(field -> field.pointer().tail().matches());
    }

    private static List<Field> fieldsOf(ActionKind kind) {
        return HostileText.placesIn(Samples.full(kind).parameters()).stream()
                .map(place -> new Field(kind, place))
                .toList();
    }

    @Provide
    Arbitrary<String> hostile() {
        return HostileText.any();
    }
}
