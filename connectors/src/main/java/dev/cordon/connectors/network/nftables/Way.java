package dev.cordon.connectors.network.nftables;

import dev.cordon.action.FirewallBlock.Direction;
import java.util.List;

/** Which packets: those that come from an address or to a port of ours, or those that go there. */
enum Way {
    IN("in", "inbound", "saddr"),
    OUT("out", "outbound", "daddr");

    private final String prefix;
    private final String word;
    private final String field;

    Way(String prefix, String word, String field) {
        this.prefix = prefix;
        this.word = word;
        this.field = field;
    }

    static List<Way> of(Direction direction) {
        return switch (direction) {
            case INBOUND -> List.of(IN);
            case OUTBOUND -> List.of(OUT);
            case BOTH -> List.of(IN, OUT);
        };
    }

    /** What the names of its maps begin with. */
    String prefix() {
        return prefix;
    }

    /** For people, and the name of its chain. */
    String word() {
        return word;
    }

    /** The field of the IP header that is compared with the block. */
    String field() {
        return field;
    }
}
