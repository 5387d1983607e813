package dev.cordon.action;

import dev.cordon.document.Printable;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A range of addresses, {@code 198.51.100.0/24}; a single address is a range of one. The bits behind the prefix are
 * zero: {@code 198.51.100.7/24} is refused, because one cannot tell whether the host or the network was meant.
 */
public record Cidr(IpAddress network, int prefix) {

    private static final Pattern PREFIX = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final int MAPPED = 96;

    public Cidr {
        if (prefix < 0 || prefix > network.bits()) {
            throw new IllegalArgumentException(
                    network + "/" + prefix + " is no network: the prefix is at most " + network.bits());
        }
        var right = network(network, prefix);
        if (!right.equals(network)) {
            throw new IllegalArgumentException(network + "/" + prefix + " names a host inside a network; write " + right
                    + "/" + prefix + " for the network, or " + network + " for the host");
        }
    }

    /** Just this address. */
    public static Cidr of(IpAddress address) {
        return new Cidr(address, address.bits());
    }

    /** @throws IllegalArgumentException when it is neither an address nor a network */
    public static Cidr parse(String text) {
        var slash = text.indexOf('/');
        if (slash < 0) {
            return of(IpAddress.parse(text));
        }
        var digits = text.substring(slash + 1);
        if (!PREFIX.matcher(digits).matches()) {
            throw new IllegalArgumentException(Printable.quoted(text) + " is no network: one is 198.51.100.0/24");
        }
        var written = text.substring(0, slash);
        var address = IpAddress.parse(written);
        var prefix = Integer.parseInt(digits);
        var mapped = address.isV4() && written.indexOf(':') >= 0;
        return new Cidr(address, mapped ? prefix - MAPPED : prefix);
    }

    public boolean contains(IpAddress address) {
        return address.bits() == network.bits() && network(address, prefix).equals(network);
    }

    public boolean contains(Cidr other) {
        return other.prefix >= prefix && contains(other.network);
    }

    public boolean overlaps(Cidr other) {
        return contains(other) || other.contains(this);
    }

    public boolean isSingle() {
        return prefix == network.bits();
    }

    public boolean isV4() {
        return network.isV4();
    }

    /** The shorter spelling: a single address without its prefix. */
    public String shortest() {
        return isSingle() ? network.toString() : toString();
    }

    @Override
    public String toString() {
        return network + "/" + prefix;
    }

    private static IpAddress network(IpAddress address, int prefix) {
        var bytes = address.bytes();
        Arrays.fill(bytes, Math.ceilDiv(prefix, 8), bytes.length, (byte) 0);
        if (prefix % 8 != 0) {
            bytes[prefix / 8] &= (byte) (0xff << (8 - prefix % 8));
        }
        return new IpAddress(AddressText.of(bytes));
    }
}
