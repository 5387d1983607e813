package dev.cordon.connectors.network.nftables;

import dev.cordon.action.IpAddress;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The views that read addresses out of what {@code ip} and {@code getent} print: {@code {"addresses": ["…"]}}, sorted. */
final class AddressViews {

    /** Of {@code ip -j addr show}: those of this machine, the loopback's too. */
    static final String OWN = "ip/addresses";

    /** Of {@code getent ahosts NAME}; none where the resolver knows no such name (exit 2, getent(1)). */
    static final String OF_NAME = "getent/addresses";

    private static final int NOT_FOUND = 2;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AddressViews() {}

    static JsonNode own(JsonNode answer, JsonNode arguments) {
        demand(answer.path("exit").intValue(-1) == 0, answer);
        try {
            var links = JSON.readTree(answer.path("stdout").stringValue(""));
            return addresses(links.values().stream()
                    .flatMap(link -> link.path("addr_info").values().stream())
                    .map(info -> info.path("local").stringValue("")));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("ip printed no JSON", e);
        }
    }

    /** Lines such as {@code 192.0.2.7 STREAM www.example}, each address several times. */
    static JsonNode ofName(JsonNode answer, JsonNode arguments) {
        var exit = answer.path("exit").intValue(-1);
        demand(exit == 0 || exit == NOT_FOUND, answer);
        return addresses(answer.path("stdout")
                .stringValue("")
                .lines()
                .map(line -> line.split("[ %]", 2)[0])
                .filter(text -> !text.isEmpty()));
    }

    static List<String> in(JsonNode seen) {
        return seen.path("addresses").values().stream()
                .map(address -> address.stringValue(""))
                .toList();
    }

    private static JsonNode addresses(Stream<String> texts) {
        var addresses = JsonNodeFactory.instance.arrayNode();
        texts.filter(text -> !text.isEmpty())
                .map(IpAddress::new)
                .sorted()
                .distinct()
                .forEach(address -> addresses.add(address.value()));
        return JsonNodeFactory.instance.objectNode().set("addresses", addresses);
    }

    private static void demand(boolean fine, JsonNode answer) {
        if (!fine) {
            throw new IllegalArgumentException("exit " + answer.path("exit") + ": " + answer.path("stderr"));
        }
    }
}
