package dev.cordon.connectors.network.powerdns;

import dev.cordon.plan.Canonical;
import dev.cordon.plan.View;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What checks compare: records in one order, without what people wrote beside them. */
final class Views {

    /** Of a zone: some of its rrsets, by name and type; none where it is missing. Argument: their keys. */
    static final String SOME = "powerdns/rrsets";

    /** Of a zone that Cordon made: what it is known by, and what others put into it. Argument: the keys that are ours. */
    static final String OTHERS = "powerdns/others";

    static final Map<String, View> ALL = Map.of(SOME, Views::some, OTHERS, Views::others);

    private record Keys(List<String> keys) {}

    private record Some(List<Rrset> rrsets) {}

    private record Others(String account, List<Rrset> others) {}

    private Views() {}

    /** The argument that names these. */
    static JsonNode keys(List<String> keys) {
        return Canonical.tree(new Keys(keys));
    }

    /** As both views have them. */
    static JsonNode list(List<Rrset> rrsets) {
        return Canonical.tree(new Some(sorted(rrsets))).path("rrsets");
    }

    /** @throws IllegalArgumentException where the zone is not there, or not of the shape that is known */
    static List<Rrset> rrsets(JsonNode answer) {
        return Shape.list(answer.path("body"), "rrsets").stream().map(Rrset::of).toList();
    }

    static boolean isMissing(JsonNode answer) {
        return answer.path("body").isNull();
    }

    private static JsonNode some(JsonNode answer, JsonNode arguments) {
        var keys = keys(arguments);
        var there = isMissing(answer) ? List.<Rrset>of() : rrsets(answer);
        return Canonical.tree(new Some(sorted(
                there.stream().filter(rrset -> keys.contains(rrset.key())).toList())));
    }

    private static JsonNode others(JsonNode answer, JsonNode arguments) {
        if (isMissing(answer)) {
            return Canonical.tree(new Others("", List.of()));
        }
        var keys = keys(arguments);
        var others = rrsets(answer).stream()
                .filter(rrset -> !keys.contains(rrset.key()) && !rrset.type().equals("SOA"))
                .toList();
        return Canonical.tree(new Others(Shape.text(answer.path("body"), "account"), sorted(others)));
    }

    private static Set<String> keys(JsonNode arguments) {
        return Set.copyOf(Canonical.read(arguments.toString(), Keys.class).keys());
    }

    private static List<Rrset> sorted(List<Rrset> rrsets) {
        return rrsets.stream()
                .map(Rrset::withoutComments)
                .sorted(Comparator.comparing(Rrset::key))
                .toList();
    }
}
