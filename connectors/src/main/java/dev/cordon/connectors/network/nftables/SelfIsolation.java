package dev.cordon.connectors.network.nftables;

import static dev.cordon.connectors.network.nftables.Statements.accept;
import static dev.cordon.connectors.network.nftables.Statements.connection;
import static dev.cordon.connectors.network.nftables.Statements.count;
import static dev.cordon.connectors.network.nftables.Statements.equal;
import static dev.cordon.connectors.network.nftables.Statements.meta;
import static dev.cordon.connectors.network.nftables.Statements.oneOf;
import static dev.cordon.connectors.network.nftables.Statements.payload;

import dev.cordon.action.Cidr;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Cuts this machine off: its chains drop by policy, also when somebody flushes their rules.
 *
 * <p>What passes beside the reachable addresses is only what IPv4 and IPv6 need to reach those: neighbour discovery
 * (RFC 4861), reports of listening to its groups (RFC 3810), errors that belong to a conversation (path MTU, RFC 4890
 * §4.3.1), and the renewal of the address by DHCP, outward only to its broadcast and multicast addresses (RFC 2131
 * §4.4.5, RFC 8415 §7.1), through which nothing can be sent to a stranger.
 */
final class SelfIsolation {

    private static final String INPUT = "input";
    private static final String OUTPUT = "output";
    private static final String FORWARD = "forward";

    private SelfIsolation() {}

    static List<JsonNode> of(TableJson table, List<Cidr> reachable) {
        var objects = new ArrayList<JsonNode>();
        List.of(INPUT, FORWARD, OUTPUT).forEach(hook -> objects.add(table.chainAt(hook, "drop")));
        objects.addAll(input(table, reachable));
        objects.add(table.rule(FORWARD, count()));
        objects.addAll(output(table, reachable));
        return objects;
    }

    private static List<JsonNode> input(TableJson table, List<Cidr> reachable) {
        var rules = new ArrayList<JsonNode>();
        rules.add(table.rule(INPUT, equal(meta("iifname"), "lo"), accept()));
        rules.addAll(IsolationTable.accepting(table, INPUT, "saddr", reachable));
        rules.add(table.rule(INPUT, neighbours("nd-router-advert"), accept()));
        rules.add(table.rule(INPUT, oneOf(meta("l4proto"), "icmp", "icmpv6"), connection("related"), accept()));
        rules.add(table.rule(INPUT, udp("sport", 67), udp("dport", 68), accept()));
        rules.add(table.rule(INPUT, udp("sport", 547), udp("dport", 546), accept()));
        rules.add(table.rule(INPUT, count()));
        return rules;
    }

    private static List<JsonNode> output(TableJson table, List<Cidr> reachable) {
        var rules = new ArrayList<JsonNode>();
        rules.add(table.rule(OUTPUT, equal(meta("oifname"), "lo"), accept()));
        rules.addAll(IsolationTable.accepting(table, OUTPUT, "daddr", reachable));
        rules.add(table.rule(OUTPUT, neighbours("nd-router-solicit"), accept()));
        rules.add(table.rule(OUTPUT, equal(payload("icmpv6", "type"), "mld2-listener-report"), accept()));
        rules.add(table.rule(
                OUTPUT,
                equal(payload("ip", "daddr"), "255.255.255.255"),
                udp("sport", 68),
                udp("dport", 67),
                accept()));
        rules.add(table.rule(
                OUTPUT, equal(payload("ip6", "daddr"), "ff02::1:2"), udp("sport", 546), udp("dport", 547), accept()));
        rules.add(table.rule(OUTPUT, count()));
        return rules;
    }

    /** In the order of their numbers, as nft lists them. */
    private static JsonNode neighbours(String router) {
        return oneOf(payload("icmpv6", "type"), router, "nd-neighbor-solicit", "nd-neighbor-advert");
    }

    private static JsonNode udp(String field, int port) {
        return equal(payload("udp", field), port);
    }
}
