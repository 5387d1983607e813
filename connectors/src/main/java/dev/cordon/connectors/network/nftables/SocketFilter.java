package dev.cordon.connectors.network.nftables;

import dev.cordon.action.Cidr;
import dev.cordon.action.PortRange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which connections of this machine are meant, as ss(8) takes it: {@code src} is this end and {@code dst} the other one.
 *
 * <p>Every part stands in parentheses, since {@code and} and {@code or} bind alike. An IPv4 address means the
 * IPv4-mapped IPv6 one as well, so a socket that serves both families is found too.
 *
 * @param words each an argument of its own
 */
record SocketFilter(List<String> words) {

    SocketFilter {
        words = List.copyOf(words);
    }

    static SocketFilter peer(Cidr range) {
        return new SocketFilter(List.of("(", "dst", range(range), ")"));
    }

    /** Connections that packets to these ports belong to: inbound to a port of ours, outbound to the other end's. */
    static SocketFilter ports(PortRange ports, List<Way> ways) {
        return anyOf(ways.stream()
                .map(way -> way == Way.IN ? "sport" : "dport")
                .map(field -> List.of(field, ">=", ":" + ports.first(), "and", field, "<=", ":" + ports.last()))
                .toList());
    }

    static SocketFilter peers(List<Cidr> ranges) {
        return ends("dst", ranges);
    }

    static SocketFilter ownEnds(List<Cidr> ranges) {
        return ends("src", ranges);
    }

    /** Of these without those; all of these where those are none. */
    SocketFilter without(SocketFilter those) {
        return those.words.isEmpty() ? this : joined(words.isEmpty() ? List.of("not") : List.of("and", "not"), those);
    }

    private SocketFilter joined(List<String> between, SocketFilter other) {
        return new SocketFilter(
                Stream.of(words, between, other.words).flatMap(List::stream).toList());
    }

    private static SocketFilter ends(String field, List<Cidr> ranges) {
        return ranges.isEmpty()
                ? new SocketFilter(List.of())
                : anyOf(ranges.stream()
                        .map(range -> List.of(field, range(range)))
                        .toList());
    }

    private static SocketFilter anyOf(List<List<String>> parts) {
        var words = new ArrayList<String>();
        words.add("(");
        for (var part : parts) {
            words.addAll(words.size() == 1 ? List.of("(") : List.of("or", "("));
            words.addAll(part);
            words.add(")");
        }
        words.add(")");
        return new SocketFilter(words);
    }

    /** {@code 198.51.100.0/24}, {@code [2001:db8::/32]}. */
    private static String range(Cidr range) {
        return range.isV4() ? range.shortest() : "[" + range.shortest() + "]";
    }
}
