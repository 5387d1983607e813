package dev.cordon.connectors.network.nftables;

import static dev.cordon.connectors.network.nftables.Statements.accept;
import static dev.cordon.connectors.network.nftables.Statements.count;
import static dev.cordon.connectors.network.nftables.Statements.drop;
import static dev.cordon.connectors.network.nftables.Statements.equal;
import static dev.cordon.connectors.network.nftables.Statements.jump;
import static dev.cordon.connectors.network.nftables.Statements.meta;
import static dev.cordon.connectors.network.nftables.Statements.oneOf;
import static dev.cordon.connectors.network.nftables.Statements.payload;
import static dev.cordon.connectors.network.nftables.Statements.verdictFrom;

import dev.cordon.action.Cidr;
import dev.cordon.action.PortRange;
import dev.cordon.operation.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The one table {@code inet cordon} that all blocks share: the first creates it, the last removes it.
 *
 * <p>Every element is {@code address : goto blocked}, and the kernel counts what refers to the chain {@code blocked}: it
 * refuses (EBUSY) to delete the chain while any element is left, also one of somebody else. So "the last removes the
 * table" is decided by the kernel within the transaction, and no read comes before it. Single addresses and networks
 * stand in maps of their own, since a map of intervals takes no element inside another.
 *
 * <p>A table of another shape must get another name: a stored plan takes back what an earlier version made.
 *
 * @param size how many elements each map holds
 */
record BlockTable(int size) {

    static final String BLOCKED = "blocked";

    private static final TableJson TABLE = new TableJson("cordon");
    private static final List<String> HOOKS = List.of("input", "forward", "output");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    TableJson json() {
        return TABLE;
    }

    static String map(Way way, Cidr range) {
        return way.prefix() + (range.isV4() ? "4" : "6") + (range.isSingle() ? "" : "_net");
    }

    static String map(Way way, PortRange range) {
        return way.prefix() + (range.isSingle() ? "_port" : "_ports");
    }

    static JsonNode key(PortRange range) {
        return range.isSingle()
                ? JSON.numberNode(range.first())
                : TableJson.wrapped("range", JSON.arrayNode().add(range.first()).add(range.last()));
    }

    /**
     * The table with these elements; where it is there already, the elements alone. It may vanish between the first
     * and the second, so the first stands there twice.
     */
    List<List<Value>> add(List<BlockEntry> entries, Optional<Duration> lasts) {
        var elements = entries.stream().map(entry -> entry.added(TABLE, lasts)).toList();
        var withTable = join(definition().create(), elements);
        return List.of(withTable, elements, withTable);
    }

    /** The elements with the table; where it holds others, the elements alone. */
    List<List<Value>> delete(List<BlockEntry> entries) {
        var elements = entries.stream().map(entry -> entry.deleted(TABLE)).toList();
        return List.of(join(elements, removal()), elements);
    }

    /** The table, unless any element is left in it. */
    List<Value> removal() {
        var chain = TABLE.chain(BLOCKED);
        return List.of(
                Value.of(TableJson.wrapped("flush", chain)),
                Value.of(TableJson.wrapped("delete", chain)),
                definition().delete());
    }

    /**
     * Lets the kernel collect elements that have expired; until then they refer to the chain. It does so by itself in
     * maps of single keys, but in maps of intervals only when something is changed in them (Linux 6.18
     * nft_set_rbtree): so an element that can stand for nothing real is added and deleted again.
     */
    List<Value> collect() {
        var commands = new ArrayList<Value>();
        for (var way : Way.values()) {
            commands.addAll(addedAndDeleted(way.prefix() + "4_net", JSON.stringNode("0.0.0.0")));
            commands.addAll(addedAndDeleted(way.prefix() + "6_net", JSON.stringNode("::")));
            commands.addAll(addedAndDeleted(way.prefix() + "_ports", JSON.numberNode(0)));
        }
        return List.copyOf(commands);
    }

    private static List<Value> addedAndDeleted(String map, JsonNode key) {
        var entry = new BlockEntry(Way.IN, map, key, "", List.of());
        return List.of(entry.added(TABLE, Optional.empty()), entry.deleted(TABLE));
    }

    TableDefinition definition() {
        var objects = new ArrayList<JsonNode>();
        objects.add(TABLE.chain(BLOCKED));
        objects.add(TABLE.rule(BLOCKED, count(), drop()));
        for (var way : Way.values()) {
            objects.addAll(maps(way));
            objects.add(TABLE.chain(way.word()));
            objects.addAll(rules(way));
        }
        for (var hook : HOOKS) {
            objects.add(TABLE.chainAt(hook, "accept"));
        }
        objects.addAll(entryRules());
        return new TableDefinition(TABLE, objects);
    }

    private List<JsonNode> maps(Way way) {
        return List.of(
                TABLE.verdictMap(way.prefix() + "4", "ipv4_addr", false, size),
                TABLE.verdictMap(way.prefix() + "4_net", "ipv4_addr", true, size),
                TABLE.verdictMap(way.prefix() + "6", "ipv6_addr", false, size),
                TABLE.verdictMap(way.prefix() + "6_net", "ipv6_addr", true, size),
                TABLE.verdictMap(way.prefix() + "_port", "inet_service", false, size),
                TABLE.verdictMap(way.prefix() + "_ports", "inet_service", true, size));
    }

    private static List<JsonNode> rules(Way way) {
        var chain = way.word();
        var ip = payload("ip", way.field());
        var ip6 = payload("ip6", way.field());
        var port = payload("th", "dport");
        var tcpOrUdp = oneOf(meta("l4proto"), "tcp", "udp");
        return List.of(
                TABLE.rule(chain, verdictFrom(way.prefix() + "4", ip)),
                TABLE.rule(chain, verdictFrom(way.prefix() + "4_net", ip)),
                TABLE.rule(chain, verdictFrom(way.prefix() + "6", ip6)),
                TABLE.rule(chain, verdictFrom(way.prefix() + "6_net", ip6)),
                TABLE.rule(chain, tcpOrUdp, verdictFrom(way.prefix() + "_port", port)),
                TABLE.rule(chain, tcpOrUdp, verdictFrom(way.prefix() + "_ports", port)));
    }

    /** What never leaves the machine is neither inbound nor outbound; what passes through is both. */
    private static List<JsonNode> entryRules() {
        return List.of(
                TABLE.rule("input", equal(meta("iifname"), "lo"), accept()),
                TABLE.rule("input", jump(Way.IN.word())),
                TABLE.rule("forward", jump(Way.IN.word())),
                TABLE.rule("forward", jump(Way.OUT.word())),
                TABLE.rule("output", equal(meta("oifname"), "lo"), accept()),
                TABLE.rule("output", jump(Way.OUT.word())));
    }

    private static List<Value> join(List<Value> first, List<Value> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
