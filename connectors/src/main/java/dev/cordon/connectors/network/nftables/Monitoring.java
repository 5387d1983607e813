package dev.cordon.connectors.network.nftables;

import static dev.cordon.connectors.network.nftables.Statements.accept;
import static dev.cordon.connectors.network.nftables.Statements.count;
import static dev.cordon.connectors.network.nftables.Statements.equal;
import static dev.cordon.connectors.network.nftables.Statements.log;
import static dev.cordon.connectors.network.nftables.Statements.meta;

import dev.cordon.action.IpAddress;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Blocks nothing, counts every packet, and logs it to whoever listens on group 5 of nfnetlink_log: {@code tcpdump -i
 * nflog:5}, ulogd. Without a listener the kernel drops the log and the counters still tell.
 */
final class Monitoring {

    private static final int GROUP = 5;

    private Monitoring() {}

    static List<JsonNode> itself(TableJson table) {
        var objects = counters(table);
        for (var hook : List.of("input", "forward", "output")) {
            objects.add(table.chainAt(hook, "accept"));
        }
        objects.add(table.rule("input", equal(meta("iifname"), "lo"), accept()));
        objects.add(counted(table, "input", "in"));
        objects.add(counted(table, "forward", "through"));
        objects.add(table.rule("output", equal(meta("oifname"), "lo"), accept()));
        objects.add(counted(table, "output", "out"));
        return objects;
    }

    static List<JsonNode> host(TableJson table, IpAddress host) {
        var objects = counters(table);
        objects.add(table.chain(GatewayIsolation.FROM));
        objects.add(counted(table, GatewayIsolation.FROM, "out"));
        objects.add(table.chain(GatewayIsolation.TO));
        objects.add(counted(table, GatewayIsolation.TO, "in"));
        objects.addAll(GatewayIsolation.entries(table, host));
        return objects;
    }

    private static List<JsonNode> counters(TableJson table) {
        return new ArrayList<>(List.of(table.counter("in"), table.counter("out"), table.counter("through")));
    }

    private static JsonNode counted(TableJson table, String chain, String counter) {
        return table.rule(chain, count(counter), log("cordon " + counter + " ", GROUP));
    }
}
