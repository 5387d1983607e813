package dev.cordon.action;

import dev.cordon.document.Schema;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Somebody who stays reachable although a host is cut off: addresses, or a host by its name. */
public sealed interface Peer {

    record Range(Cidr addresses) implements Peer {
        @Override
        public String toString() {
            return addresses.shortest();
        }
    }

    /** Resolved before the cut, since nothing can be looked up after it. */
    record Named(Hostname name) implements Peer {
        @Override
        public String toString() {
            return name.toString();
        }
    }

    /** What consists of digits, dots, colons and slashes is meant as an address and never taken for a name. */
    static Peer parse(String text) {
        var numeric = text.indexOf(':') >= 0
                || text.indexOf('/') >= 0
                || text.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
        return numeric ? new Range(Cidr.parse(text)) : new Named(new Hostname(text));
    }

    /** A list that lets everybody through is a mistake: nothing would be cut off. For {@link Schema#rule}. */
    static Optional<String> everybody(List<Peer> peers) {
        return Cidrs.everybody(peers.stream()
                .flatMap(peer -> peer instanceof Range(var addresses) ? Stream.of(addresses) : Stream.of())
                .toList());
    }
}
