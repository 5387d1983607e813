package dev.cordon.connectors.network.nftables;

import static dev.cordon.connectors.network.nftables.Statements.accept;
import static dev.cordon.connectors.network.nftables.Statements.connection;
import static dev.cordon.connectors.network.nftables.Statements.count;
import static dev.cordon.connectors.network.nftables.Statements.drop;
import static dev.cordon.connectors.network.nftables.Statements.goTo;
import static dev.cordon.connectors.network.nftables.Statements.meta;
import static dev.cordon.connectors.network.nftables.Statements.oneOf;
import static dev.cordon.connectors.network.nftables.Statements.payload;

import dev.cordon.action.Cidr;
import dev.cordon.action.IpAddress;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Cuts off a host that this machine stands in front of: whatever comes from its address or goes there. */
final class GatewayIsolation {

    static final String FROM = "from_host";
    static final String TO = "to_host";

    private GatewayIsolation() {}

    static List<JsonNode> of(TableJson table, IpAddress host, List<Cidr> reachable) {
        var objects = new ArrayList<JsonNode>();
        var sameFamily =
                reachable.stream().filter(range -> range.isV4() == host.isV4()).toList();
        objects.add(table.chain(FROM));
        objects.addAll(IsolationTable.accepting(table, FROM, "daddr", sameFamily));
        objects.addAll(neighbours(table, FROM, host));
        objects.add(table.rule(FROM, count(), drop()));
        objects.add(table.chain(TO));
        objects.addAll(IsolationTable.accepting(table, TO, "saddr", sameFamily));
        objects.addAll(neighbours(table, TO, host));
        objects.add(table.rule(TO, oneOf(meta("l4proto"), "icmp", "icmpv6"), connection("related"), accept()));
        objects.add(table.rule(TO, count(), drop()));
        objects.addAll(entries(table, host));
        return objects;
    }

    /** From the hooks into the two chains of the host. */
    static List<JsonNode> entries(TableJson table, IpAddress host) {
        var from = IsolationTable.matching("saddr", Cidr.of(host));
        var to = IsolationTable.matching("daddr", Cidr.of(host));
        return List.of(
                table.chainAt("input", "accept"),
                table.chainAt("forward", "accept"),
                table.chainAt("output", "accept"),
                table.rule("input", from, goTo(FROM)),
                table.rule("forward", from, goTo(FROM)),
                table.rule("forward", to, goTo(TO)),
                table.rule("output", to, goTo(TO)));
    }

    /** Without neighbour discovery (RFC 4861) the host would not be found for those who may reach it. */
    private static List<JsonNode> neighbours(TableJson table, String chain, IpAddress host) {
        return host.isV4()
                ? List.of()
                : List.of(table.rule(
                        chain,
                        oneOf(payload("icmpv6", "type"), "nd-neighbor-solicit", "nd-neighbor-advert"),
                        accept()));
    }
}
