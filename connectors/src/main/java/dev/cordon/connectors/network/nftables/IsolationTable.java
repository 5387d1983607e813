package dev.cordon.connectors.network.nftables;

import dev.cordon.action.Cidr;
import dev.cordon.action.IpAddress;
import dev.cordon.action.IsolateHost.IsolationType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The table that isolates one host. It is that action's alone, so undo is its removal.
 *
 * <p>Nothing in it accepts what is established, so open connections are cut at once; what it drops is final.
 */
final class IsolationTable {

    /** RFC 1918, RFC 3927, RFC 4193, RFC 4291 §2.5.6. */
    private static final List<Cidr> PRIVATE = Stream.of(
                    "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "fc00::/7", "fe80::/10")
            .map(Cidr::parse)
            .toList();

    private IsolationTable() {}

    /**
     * @param reachable who stays reachable, beside the private ranges where isolation is partial
     * @param itself the host is this machine
     */
    static TableDefinition of(IpAddress host, boolean itself, IsolationType type, List<Cidr> reachable) {
        var table = new TableJson(
                itself ? "cordon_isolate" : "cordon_isolate_" + host.value().replace(':', '_'));
        var kept = kept(type, reachable);
        var objects = switch (type) {
            case MONITOR -> itself ? Monitoring.itself(table) : Monitoring.host(table, host);
            case FULL, PARTIAL -> itself ? SelfIsolation.of(table, kept) : GatewayIsolation.of(table, host, kept);
        };
        return new TableDefinition(table, objects);
    }

    /** Without those that lie in others, in an order that does not depend on how they were written. */
    static List<Cidr> kept(IsolationType type, List<Cidr> reachable) {
        var all = Stream.concat(
                        reachable.stream(), type == IsolationType.PARTIAL ? PRIVATE.stream() : Stream.<Cidr>empty())
                .distinct()
                .sorted(Comparator.comparing(Cidr::network).thenComparingInt(Cidr::prefix))
                .toList();
        return all.stream()
                .filter(one -> all.stream().noneMatch(other -> !other.equals(one) && other.contains(one)))
                .toList();
    }

    /** Lets pass what comes from, or goes to, each of these: {@code saddr} or {@code daddr}. */
    static List<JsonNode> accepting(TableJson table, String chain, String field, List<Cidr> ranges) {
        var rules = new ArrayList<JsonNode>();
        for (var range : ranges) {
            rules.add(table.rule(chain, matching(field, range), Statements.accept()));
        }
        return rules;
    }

    static JsonNode matching(String field, Cidr range) {
        return Statements.equal(Statements.payload(Statements.protocol(range), field), Statements.range(range));
    }
}
