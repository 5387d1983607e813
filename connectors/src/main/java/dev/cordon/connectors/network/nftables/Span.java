package dev.cordon.connectors.network.nftables;

import dev.cordon.action.Cidr;
import dev.cordon.action.IpAddress;
import java.math.BigInteger;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The keys that one element of a map stands for, from the first to the last; addresses and ports alike are numbers. */
record Span(BigInteger first, BigInteger last) {

    /**
     * The key of a listed element: {@code "192.0.2.7"}, {@code {"prefix": …}}, {@code {"range": [a, b]}}, {@code 443}.
     *
     * @return empty for a key of another form, which somebody else must have put there
     */
    static Optional<Span> of(JsonNode key) {
        try {
            if (key.has("range")) {
                return Optional.of(new Span(number(key.at("/range/0")), number(key.at("/range/1"))));
            }
            return Optional.of(key.has("prefix") ? network(key.path("prefix")) : single(number(key)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    boolean contains(Span other) {
        return first.compareTo(other.first) <= 0 && last.compareTo(other.last) >= 0;
    }

    boolean overlaps(Span other) {
        return first.compareTo(other.last) <= 0 && last.compareTo(other.first) >= 0;
    }

    private static Span single(BigInteger number) {
        return new Span(number, number);
    }

    private static Span network(JsonNode prefix) {
        var range = new Cidr(
                new IpAddress(prefix.path("addr").stringValue("")),
                prefix.path("len").intValue(-1));
        var first = new BigInteger(1, range.network().bytes());
        var size = BigInteger.ONE.shiftLeft(range.network().bits() - range.prefix());
        return new Span(first, first.add(size).subtract(BigInteger.ONE));
    }

    private static BigInteger number(JsonNode key) {
        return key.isNumber() ? key.bigIntegerValue() : new BigInteger(1, new IpAddress(key.stringValue("")).bytes());
    }
}
