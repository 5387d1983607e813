package dev.cordon.connectors.network.nftables;

import dev.cordon.action.Cidr;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The views on open connections. A list that could not be had is no proof that nothing is open, and is told from an
 * empty one: {@code {"none": false, "open": 0, "said": "Operation not permitted"}}.
 */
final class ConnectionViews {

    /** Of {@code ss -H}: one line for each socket. */
    static final String SOCKETS = "ss/open";

    /** Of {@code conntrack -L}: without what nobody answered, as a packet that is dropped on its way back leaves it. */
    static final String TRACKED = "conntrack/open";

    /** Of {@code ip -j addr show}: {@code {"peers": "( ( dst 127.0.0.0/8 ) or … )"}}, whatever never leaves the machine. */
    static final String TO_ITSELF = "ip/to_itself";

    private static final List<Cidr> LOOPBACK = List.of(Cidr.parse("127.0.0.0/8"), Cidr.parse("::1"));

    private ConnectionViews() {}

    static JsonNode sockets(JsonNode answer, JsonNode arguments) {
        return open(answer, _ -> true);
    }

    static JsonNode tracked(JsonNode answer, JsonNode arguments) {
        return open(answer, line -> !line.contains("[UNREPLIED]"));
    }

    static JsonNode toItself(JsonNode answer, JsonNode arguments) {
        var own = AddressViews.in(AddressViews.own(answer, arguments)).stream().map(Cidr::parse);
        var all = Stream.concat(
                LOOPBACK.stream(), own.filter(one -> LOOPBACK.stream().noneMatch(it -> it.contains(one))));
        return JsonNodeFactory.instance
                .objectNode()
                .put("peers", String.join(" ", SocketFilter.peers(all.toList()).words()));
    }

    private static JsonNode open(JsonNode answer, Predicate<String> counts) {
        var listed = answer.path("exit").intValue(-1) == 0;
        var open = answer.path("stdout")
                .stringValue("")
                .lines()
                .filter(line -> !line.isBlank())
                .filter(counts)
                .count();
        return JsonNodeFactory.instance
                .objectNode()
                .put("none", listed && open == 0)
                .put("open", open)
                .put("said", listed ? "" : answer.path("stderr").stringValue("").strip());
    }
}
